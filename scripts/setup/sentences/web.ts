import { sentencesIn, type Sentence } from '../steps/sentences'

/** What the app says of its web build, and of browsers. */
export const ofWeb: readonly Sentence[] = [
  ...sentencesIn(
    'src/i18n/link.ts',
    ['用网页上的账号登录，', '用已有的账号登录，'],
    ['新账号在网页和微信里都能用。', '新账号有用户名和密码，并与这个微信关联。'],
    ['Sign in with your account from the web, then', 'Sign in with your account, then'],
    [
      'A new account works on the web and in WeChat alike.',
      'The new account has a username and a password, and is linked to this WeChat.',
    ],
  ),
  ...sentencesIn(
    'src/features/legal/privacy-guide.ts',
    ['用户名、邮箱、密码，用来在网页上登录。', '用户名、邮箱、密码，用来登录。'],
    [', to sign in on the web. Of', ', to sign in. Of'],
  ),
  ...sentencesIn('src/features/account/UsernameForm.tsx', [
    ' to sign in with on the web.',
    ' to sign in with.',
  ]),
  ...sentencesIn('src/features/session/GuestDetail.tsx', [
    ': why, and how to sign in. WeChat signs in by a tap; a browser has a page for it.',
    ': why, and how to sign in.',
  ]),
  ...sentencesIn('src/features/update/offer-updates.ts', [
    '/** A browser loads the newest version by itself. */',
    '/** Offers to restart into a newer version, in WeChat (offer-updates.weapp.ts). */',
  ]),
  ...sentencesIn('src/features/notes/NoteSharing.tsx', [
    ' WeChat sends a card by a button of its own; a browser shows a link.',
    ' WeChat sends a card by a button of its own.',
  ]),
  ...sentencesIn(
    'src/auth/session-store.ts',
    [/  \/\/ What another tab has stored meanwhile[^]*?\n {2}}\n\n/, ''],
    [
      /if \(isOwn\(\)\) {\n([^}]*\n) {4}}\n/,
      '      eraseSession(storage, ended)\n      sdkSession?.clear()\n',
    ],
  ),
  ...sentencesIn('src/auth/authorized-request.ts', ['      store.catchUp()\n', '']),
  ...sentencesIn('test/kit/session-model/commands.ts', [/( {4}command\('otherTab\(.*\n)+/, '']),
  ...sentencesIn('src/app.tsx', [", and a choice in another tab is that tab's.", '.']),
  ...sentencesIn('src/auth/stored-session.ts', [
    'so that no other tab sees the session gone and not why.',
    'so that no launch finds the session gone and not why.',
  ]),
  ...sentencesIn('src/baas/wechat-errors.ts', [
    '"abort" is how Taro\'s own deadline looks in a browser; what we cancel',
    '"abort" may be a deadline, too; what we cancel',
  ]),
  ...sentencesIn('src/compose.ts', [
    "A header that the hosted service's CORS policy does not list would fail every request of a browser; this one is\n// not documented.",
    'This header is not documented: the hosted service is not sent it.',
  ]),
  ...sentencesIn('src/platform/storage.ts', [
    ' key-value storage; localStorage on the web.',
    ' key-value storage.',
  ]),
  ...sentencesIn(
    'src/platform/transport.ts',
    [
      '  // Taro has browsers send cookies otherwise, and refuse an answer that is for every site.\n',
      '',
    ],
    ['uploadFile({ ...option, withCredentials: false })', 'uploadFile(option)'],
    [
      'A browser says "Failed to fetch" or "Load failed": whatever it was, no answer came (docs/protocol.md 9.38).',
      'Whatever a failure says, no answer came (docs/protocol.md 9.38).',
    ],
  ),
  ...sentencesIn('src/ui/feedback/Notice.tsx', [
    'Browsers read it out when it appears',
    'Screen readers read it out when it appears',
  ]),
  ...sentencesIn(
    'src/ui/page/page.types.ts',
    [
      "The name of the page: in WeChat's bar, or at the head of a page in the browser.",
      "The name of the page, in WeChat's bar.",
    ],
    [
      'A page of the tab bar: in the browser, every other one has a way back, or home.',
      'A page of the tab bar.',
    ],
  ),
  ...sentencesIn('src/ui/feedback/sheet.types.ts', [
    'beside it (on the web also Escape): the',
    'beside it: the',
  ]),
  ...sentencesIn('types/build.d.ts', ["__TARGET__: 'weapp' | 'h5'", "__TARGET__: 'weapp'"]),
  ...sentencesIn('src/tsconfig.json', [',\n  "exclude": ["**/*.h5.ts", "**/*.h5.tsx"]', '']),
  ...sentencesIn('knip.config.ts', ["'src/**/*.{weapp,h5}.{ts,tsx}'", "'src/**/*.weapp.{ts,tsx}'"]),
]

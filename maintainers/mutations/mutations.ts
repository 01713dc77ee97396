import type { Mutation } from './mutation'

/** The mistakes this field makes again and again (docs/wechat.md 9), each as a developer would make it. */
export const mutations: readonly Mutation[] = [
  {
    name: 'lost gesture',
    section: 'docs/wechat.md 1.2',
    breaks: 'WeChat refuses every getUserProfile: it is no longer called inside the tap.',
    file: 'src/features/profile/ProfileButton.tsx',
    find: 'askProfile(desc).then(',
    replace: 'Promise.resolve().then(() => askProfile(desc)).then(',
    caughtBy: {
      project: 'app',
      file: 'test/unit/pages/profile/wechat-button.test.tsx',
      title: 'the getUserProfile button calls WeChat inside the tap, before anything is awaited',
    },
  },
  {
    name: 'awaited login first',
    section: 'docs/wechat.md 1.2, 1.3',
    breaks: 'The answer of wx.login is awaited before getUserProfile, and the tap is gone by then.',
    file: 'src/platform/weapp/ask-profile.ts',
    find: "answered(() => Taro.getUserProfile({ desc, lang: 'zh_CN' }), PERSON_MS)",
    replace:
      "login.then(() => answered(() => Taro.getUserProfile({ desc, lang: 'zh_CN' }), PERSON_MS))",
    caughtBy: {
      project: 'bundle',
      file: 'test/e2e/profile.test.ts',
      title:
        'a profile comes from WeChat where the library still answers, inside the tap, login begun before it',
    },
  },
  {
    name: 'no redirect validation',
    section: 'docs/wechat.md 9.3, 7.6',
    breaks: 'A link can lead anywhere after the sign-in: another host, an unknown page.',
    file: 'src/auth/redirect.ts',
    find: "return routes.pages.includes(path) ? { kind: 'page', url: `/${path}${query}` } : undefined",
    replace: "return { kind: 'page', url: path === '' ? wanted : `/${path}${query}` }",
    caughtBy: {
      project: 'app',
      file: 'test/unit/auth/redirect.test.ts',
      title: 'the redirect https://evil.example/pages/home/index leads nowhere',
    },
  },
  {
    name: 'privacy listener registered twice',
    section: 'docs/wechat.md 3.3',
    breaks:
      'WeChat keeps the last listener only: the sheet’s own takes the place of the app’s, and the call that needs consent waits for ever.',
    file: 'src/features/privacy/PrivacySheet.tsx',
    find: 'const { privacyQueue } = useServices()',
    replace: `const { privacyQueue, platform } = useServices()
  useEffect(
    () => platform.privacy.onNeedConsent(() => privacyQueue?.asking.setState(true, true)),
    [platform, privacyQueue],
  )`,
    caughtBy: {
      project: 'app',
      file: 'test/unit/pages/profile/privacy-sheet.test.tsx',
      title:
        'our own sheet for consent answers through the one listener WeChat keeps, which the app registered at launch',
    },
  },
  {
    name: 'privacy listener where WeChat asks',
    section: 'docs/wechat.md 3.3',
    breaks: 'The listener silences WeChat’s popup in a build that has no sheet to ask instead.',
    file: 'src/platform/weapp/privacy.ts',
    find: "const ask = capability('requirePrivacyAuthorize')",
    replace: `capability('onNeedPrivacyAuthorization')?.(() => undefined)
    const ask = capability('requirePrivacyAuthorize')`,
    caughtBy: {
      project: 'bundle',
      file: 'test/e2e/privacy.test.ts',
      title:
        'the person is asked for consent by WeChat’s own popup, which no listener of ours replaces',
    },
  },
  {
    name: 'temp avatar path stored',
    section: 'docs/wechat.md 2.4',
    breaks: 'The account keeps the address of a temporary file; tomorrow the picture is gone.',
    file: 'src/auth/account/profile.ts',
    find: '({ address }) => address',
    replace: '() => filePath',
    caughtBy: {
      project: 'app',
      file: 'test/unit/pages/profile/picture.test.tsx',
      title:
        'choosing a picture stores the temporary file at once and saves only its lasting address',
    },
  },
  {
    name: '微信用户 saved by the app',
    section: 'docs/wechat.md 1.4',
    breaks: 'The anonymous name and the grey picture are stored as if they were a profile.',
    file: 'src/features/profile/ProfileButton.tsx',
    find: "if (isAnonymous(profile.userInfo ?? {})) return { tag: 'anonymous' }",
    replace: "if (profile.userInfo === undefined) return { tag: 'anonymous' }",
    caughtBy: {
      project: 'app',
      file: 'test/unit/pages/profile/wechat-answers.test.tsx',
      title:
        'the getUserProfile button sends nothing of an anonymous answer, and leads to the form',
    },
  },
  {
    name: '微信用户 saved by the server',
    section: 'docs/wechat.md 1.4',
    breaks: 'An app that passes it on overwrites the names that people chose.',
    file: 'server/src/accounts/wechat/wechat-profile.ts',
    find: "if (sync === 'false' || isAnonymousProfile(profile)) return {}",
    replace: "if (sync === 'false') return {}",
    caughtBy: {
      project: 'server',
      file: 'server/test/accounts/wechat/profile.test.ts',
      title: 'an anonymous answer of WeChat never replaces a real profile, even under overwrite',
    },
  },
  {
    name: 'phone code reused',
    section: 'docs/wechat.md 4.1, 4.5',
    breaks: 'Replacing a number sends the used code of the first tap again, unasked.',
    file: 'src/features/phone/PhoneBind.tsx',
    find: 'const outcome = await bindPhone(detail, { overwrite: isAsking })',
    replace: `const first = await bindPhone(detail, { overwrite: isAsking })
    const isOther = first.tag === 'failed' && first.failure.kind === 'conflict'
    const outcome = isOther ? await bindPhone(detail, { overwrite: true }) : first`,
    caughtBy: {
      project: 'app',
      file: 'test/unit/pages/phone/binding.test.tsx',
      title:
        'binding a number asks before it replaces another number, and takes a fresh code for it',
    },
  },
  {
    name: 'session_key sent to client',
    section: 'docs/wechat.md 5.4',
    breaks: 'A reader of an answer can forge profiles and open encrypted data.',
    file: 'server/src/accounts/wechat/sign-in-known.ts',
    find: 'return user === null ? null : { account: { user, wechat }, sessionToken }',
    replace: `if (user === null || wechat === null) return null
  const profile = { ...wechat.profile, session_key: person.sessionKey }
  return { account: { user, wechat: { ...wechat, profile } }, sessionToken }`,
    caughtBy: {
      project: 'server',
      file: 'server/test/accounts/wechat/session-key.test.ts',
      title: 'the session_key is in no answer, whatever is asked',
    },
  },
  {
    name: '401 retried twice',
    section: 'docs/wechat.md 9.2',
    breaks: 'A session the server does not want is presented a third time, and so on for ever.',
    file: 'src/auth/authorized-request.ts',
    find: 'return sendReauthenticated(call, epoch, renewed).catch((refusal: unknown) => {',
    replace: `const again = (refusal: unknown) => {
      if (is401(refusal)) return sendReauthenticated(call, epoch, renewed)
      throw refusal
    }
    return sendReauthenticated(call, epoch, renewed).catch(again).catch((refusal: unknown) => {`,
    caughtBy: {
      project: 'app',
      file: 'test/unit/auth/renewal.test.ts',
      title: 'a second 401 is final: two tries, one sign-out',
    },
  },
  {
    name: 'tab page by navigateTo',
    section: 'docs/wechat.md 9.3, 7.6',
    breaks: 'WeChat refuses to open a tab page that way: after the sign-in nothing happens.',
    file: 'src/features/navigation/open.ts',
    find: "if (target?.kind === 'tab') once(() => navigation.switchTab(target.url))",
    replace: "if (target?.kind === 'tab') once(() => navigation.open(target.url))",
    caughtBy: {
      project: 'app',
      file: 'test/unit/pages/link/interruptions.test.tsx',
      title: 'the link page leads back to the page that asked',
    },
  },
]

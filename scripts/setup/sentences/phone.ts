import { linesIn, sentencesIn, type Sentence } from '../steps/sentences'

/** What the app's comments say of both ways to a number. */
const PANEL =
  "WeChat's phone button and the text message. The text message waits for no answer about consent, which may never come."
const WAYS = 'text messages anywhere, the phone button in WeChat only.'
const EMPTY = 'Without a phone button and without text messages that'

/** What comments and documents say of WeChat's phone button. */
export const ofPhoneButton: readonly Sentence[] = [
  ...sentencesIn('src/features/phone/PhonePanel.tsx', [
    PANEL,
    'The text message. It waits for no answer about consent, which may never come.',
  ]),
  ...sentencesIn('src/features/phone/offers-phone.ts', [WAYS, 'text messages.']),
  ...sentencesIn('src/app.config.ts', [EMPTY, 'Without text messages that']),
  ...sentencesIn('docs/guides/publishing.md', ['、手机号（`getPhoneNumber`）', '']),
  ...linesIn('docs/guides/publishing.md', '5. **手机号资源包**'),
  ...linesIn('docs/guides/faq.md', '| errno 1400001', '| `getPhoneNumber:fail no permission`'),
  ...sentencesIn('docs/guides/publishing.en.md', [', the phone number (`getPhoneNumber`)', '']),
  ...linesIn('docs/guides/publishing.en.md', '5. **Phone packages**'),
  ...linesIn('docs/guides/faq.en.md', '| errno 1400001', '| `getPhoneNumber:fail no permission`'),
]

/** What a document says of text messages in place of the phone button. */
export const insteadOfTheButton: readonly Sentence[] = [
  ...sentencesIn('docs/guides/publishing.md', [
    '；个人主体不能用，改用短信（`TARO_APP_SMS`）。',
    '；个人主体不能用。',
  ]),
  ...sentencesIn('docs/guides/publishing.en.md', [
    ' Personal entities cannot use it: text messages instead (`TARO_APP_SMS`).',
    ' Personal entities cannot use it.',
  ]),
  ...sentencesIn('docs/guides/faq.md', [
    '个人主体不能用手机号按钮；用短信',
    '个人主体不能用手机号按钮',
  ]),
  ...sentencesIn('docs/guides/faq.en.md', [
    'personal entities have no phone button; use text messages',
    'personal entities have no phone button',
  ]),
]

/** What comments and legal texts say of text messages. */
export const ofTextMessages: readonly Sentence[] = [
  ...sentencesIn('src/features/phone/PhonePanel.tsx', [PANEL, "WeChat's phone button."]),
  ...sentencesIn('src/features/phone/offers-phone.ts', [WAYS, 'the phone button, in WeChat only.']),
  ...sentencesIn('src/app.config.ts', [EMPTY, 'Without a phone button that']),
  ...sentencesIn('src/features/session/MemberDetail.tsx', [
    'the app was killed, or a text message signed in.',
    'the app was killed.',
  ]),
  ...sentencesIn(
    'src/features/legal/privacy-guide.ts',
    ['【短信服务商】、', ''],
    ['[[text message service]], ', ''],
  ),
  ...sentencesIn('docs/deploy.md', ['；应用的 `TARO_APP_SMS_COUNTRIES` 写同样的值', '']),
  ...sentencesIn('docs/deploy.en.md', [
    '; the app offers them by the same list in `TARO_APP_SMS_COUNTRIES`',
    '',
  ]),
]

/** What the app says of phone numbers, where it asks for none in any way. */
export const ofNumbers: readonly Sentence[] = [
  ...sentencesIn(
    'src/features/legal/privacy-guide.ts',
    [
      "          '你主动授权或填写时：手机号，用来登录和找回账号。不展示给他人，存储时加密。',\n",
      '',
    ],
    ['并删除头像、昵称和手机号。', '并删除头像和昵称。'],
    [
      "          'When you allow or type it: a phone number, to sign in and to recover the account. Nobody else sees it; it is stored encrypted.',\n",
      '',
    ],
    ['delete picture, name and phone number.', 'delete picture and name.'],
  ),
  ...sentencesIn(
    'src/i18n/account.ts',
    ['邮箱、手机号', '邮箱'],
    ['username, phone number,', 'username,'],
  ),
]

import type { Kept } from '../features/feature'
import { sentencesIn, type Sentence } from '../steps/sentences'

const ZH = 'docs/guides/publishing.md'
const EN = 'docs/guides/publishing.en.md'

/** The settings that a document names as examples of what can be switched off: those that the project has. */
export const ofSwitches = (kept: Kept): Sentence[] => {
  const [phone, profile] = [kept.has('phone'), kept.has('profile-button')]
  if (!phone && !profile) {
    return [
      ...sentencesIn(ZH, [/关掉的功能（`\.env` [^\n]*不需要声明。/, '']),
      ...sentencesIn(EN, [/ A feature that is switched off [^]*?need not be declared\./, '']),
    ]
  }
  if (!phone) {
    return [
      ...sentencesIn(ZH, ['`TARO_APP_PHONE=off`、', '']),
      ...sentencesIn(EN, ['`TARO_APP_PHONE=off`,\n   ', '']),
    ]
  }
  return [
    ...sentencesIn(ZH, ['、`TARO_APP_PROFILE_BUTTON=false`', '']),
    ...sentencesIn(EN, [',\n   `TARO_APP_PROFILE_BUTTON=false`', '']),
  ]
}

/** What the documents say of getUserProfile. */
export const ofProfileButton: readonly Sentence[] = [
  ...sentencesIn(ZH, ['昵称输入框、`getUserProfile`）', '昵称输入框）']),
  ...sentencesIn(EN, [', nickname input, `getUserProfile`)', ', nickname input)']),
  ...sentencesIn(ZH, [/保留 getUserProfile 按钮时，[^。]*。/, '']),
  ...sentencesIn(EN, [/ If you keep the getUserProfile button, [^.]*\./, '']),
  ...sentencesIn('docs/deploy.md', [
    '，应用用云函数提交（`TARO_APP_PROFILE_WRITER=cloudFunction`）。`npm start` 为应用默认的客户端方式打开它',
    '。`npm start` 打开它',
  ]),
  ...sentencesIn('docs/deploy.en.md', [
    '; the app then sends it through the cloud function (`TARO_APP_PROFILE_WRITER=cloudFunction`). `npm start` switches it on for the app’s default, the client',
    '. `npm start` switches it on',
  ]),
]

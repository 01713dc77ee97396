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
]

import { accountTexts } from '../../../src/i18n/account'
import { common } from '../../../src/i18n/common'
import { credentialTexts } from '../../../src/i18n/credentials'
import { failureTexts } from '../../../src/i18n/failure'
import { formTexts } from '../../../src/i18n/forms'
import { homeTexts } from '../../../src/i18n/home'
import { languageOf, readLanguage, type Dictionary } from '../../../src/i18n/language'
import { legalTexts } from '../../../src/i18n/legal'
import { emailTexts } from '../../../src/i18n/emails'
import { linkTexts } from '../../../src/i18n/link'
import { meTexts } from '../../../src/i18n/me'
import { noNumberAloneTexts, noNumberTexts } from '../../../src/i18n/no-number'
import { notCopiedInBrowserTexts, notCopiedTexts } from '../../../src/i18n/not-copied'
import { notesTexts } from '../../../src/i18n/notes'
import { phoneTexts } from '../../../src/i18n/phone'
import { privacyTexts } from '../../../src/i18n/privacy'
import { profileTexts } from '../../../src/i18n/profile'
import { reauthenticationTexts } from '../../../src/i18n/reauthentication'
import { refusalTexts } from '../../../src/i18n/refusals'
import { sessionTexts } from '../../../src/i18n/session'
import { tabTexts } from '../../../src/i18n/tabs'
import { undeclaredTexts } from '../../../src/i18n/undeclared'
import { webTexts } from '../../../src/i18n/web'
import { withdrawTexts } from '../../../src/i18n/withdraw'

describe('the language', () => {
  it.each(['zh_CN', 'zh-Hans', 'zh_TW', 'zh', ''])('the language is Chinese for "%s"', (tag) => {
    expect(languageOf(tag)).toBe('zh-CN')
  })

  it.each(['en', 'en-GB', 'ja', 'zha'])('the language is English for "%s"', (tag) => {
    expect(languageOf(tag)).toBe('en')
  })

  it.each(Object.keys(common))(
    'the language that has texts is kept on the device, and follows a phone that speaks it: %s',
    (language) => {
      expect(readLanguage(language)).toBe(language)
      expect(languageOf(language)).toBe(language)
    },
  )

  it('the language of a stored value that is none is undefined', () => {
    expect(['system', 'EN', '', null, 1].map(readLanguage)).toEqual(Array(5).fill(undefined))
  })
})

const areas: Record<string, Dictionary<Record<string, string>>> = {
  accountTexts,
  common,
  credentialTexts,
  failureTexts,
  formTexts,
  homeTexts,
  legalTexts,
  emailTexts,
  linkTexts,
  meTexts,
  noNumberTexts,
  noNumberAloneTexts,
  notCopiedInBrowserTexts,
  notCopiedTexts,
  notesTexts,
  phoneTexts,
  privacyTexts,
  profileTexts,
  reauthenticationTexts,
  refusalTexts,
  sessionTexts,
  tabTexts,
  undeclaredTexts,
  webTexts,
  withdrawTexts,
}

describe.each(Object.entries(areas))('%s', (_area, { 'zh-CN': zhCN, en }) => {
  it('the texts of a feature have the same keys in both languages, and no empty sentence', () => {
    expect(Object.keys(en).sort()).toEqual(Object.keys(zhCN).sort())
    for (const sentence of [...Object.values(zhCN), ...Object.values(en)]) {
      expect(sentence.trim()).not.toBe('')
    }
  })

  it('the texts of a feature write each language in its own letters', () => {
    for (const sentence of Object.values(en)) expect(sentence).not.toMatch(/\p{Script=Han}/u)
    for (const sentence of Object.values(zhCN)) expect(sentence).toMatch(/\p{Script=Han}/u)
  })
})

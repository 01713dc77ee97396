import { PhoneResultNotice } from '../../../../src/features/phone/PhoneResult'
import { renderPage } from '../../../kit/render-page'

afterEach(() => void (__FEATURES__.sms = true))

const TEXT_MESSAGE = /短信|text message/

describe('what is said when WeChat returns no number', () => {
  const said = (language: string, tag: 'noQuota' | 'noPermission' | 'refused') =>
    renderPage(() => <PhoneResultNotice result={{ tag }} />, { language }).text('phone-said')

  it.each([
    ['zh_CN', 'noQuota'],
    ['zh_CN', 'noPermission'],
    ['en', 'noQuota'],
    ['en', 'noPermission'],
    ['zh_CN', 'refused'],
    ['en', 'refused'],
  ] as const)(
    'the result of the phone button names text messages only where they are sent: %s, %s',
    (language, tag) => {
      expect(said(language, tag)).toMatch(TEXT_MESSAGE)
      __FEATURES__.sms = false
      const alone = said(language, tag)
      expect(alone).not.toMatch(TEXT_MESSAGE)
      expect(alone).not.toBe('')
    },
  )
})

import type { phoneTexts } from '../../../../src/i18n/phone'

afterEach(() => void (__FEATURES__.sms = true))

const TEXT_MESSAGE = /短信|text message/

const textsOf = (sms: boolean): typeof phoneTexts => {
  __FEATURES__.sms = sms
  jest.resetModules()
  return jest.requireActual<{ phoneTexts: typeof phoneTexts }>('../../../../src/i18n/phone')
    .phoneTexts
}

describe('what is said when WeChat gives no number', () => {
  it.each([
    ['zh-CN', 'noQuota'],
    ['zh-CN', 'noPermission'],
    ['en', 'noQuota'],
    ['en', 'noPermission'],
    ['zh-CN', 'refused'],
    ['en', 'refused'],
  ] as const)('names text messages only where they are sent: %s, %s', (language, tag) => {
    expect(textsOf(true)[language][tag]).toMatch(TEXT_MESSAGE)
    const alone = textsOf(false)[language][tag]
    expect(alone).not.toMatch(TEXT_MESSAGE)
    expect(alone).not.toBe('')
  })
})

import { PhoneEntry } from '../../../../src/features/session/PhoneEntry'
import { fakePlatform } from '../../../kit/fake-platform'
import { renderPage } from '../../../kit/render-page'

afterEach(() => Object.assign(__FEATURES__, { phone: 'oneTap', sms: true }))

describe('the door to signing in by phone number', () => {
  it.each([
    ['WECHAT', 'oneTap', true, true],
    ['WECHAT', 'oneTap', false, true],
    ['WECHAT', 'off', true, true],
    ['WECHAT', 'off', false, false],
    ['WEB', 'oneTap', true, true],
    ['WEB', 'oneTap', false, false],
  ] as const)(
    'is there when something is behind it: %s, phone %s, text messages %s',
    (client, phone, sms, isThere) => {
      Object.assign(__FEATURES__, { phone, sms })
      const page = renderPage(PhoneEntry, { platform: fakePlatform({ client }) })
      expect(page.has('phone-open')).toBe(isThere)
    },
  )
})

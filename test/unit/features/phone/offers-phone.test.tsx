import { PhoneEntry } from '../../../../src/features/session/PhoneEntry'
import { fakePlatform } from '../../../kit/fake-platform'
import { renderPage } from '../../../kit/render-page'

const building = (phone: string, sms: boolean) => Object.assign(__FEATURES__, { phone, sms })

afterEach(() => void building('oneTap', true))

describe('the door to signing in by phone number', () => {
  it.each([
    ['weapp', 'oneTap', true, true],
    ['weapp', 'oneTap', false, true],
    ['weapp', 'off', true, true],
    ['weapp', 'off', false, false],
    ['h5', 'oneTap', true, true],
    ['h5', 'oneTap', false, false],
  ] as const)(
    'the entry to the phone page is there when something is behind it: %s, phone %s, text messages %s',
    (target, phone, sms, isThere) => {
      building(phone, sms)
      const platform = fakePlatform({ client: target === 'h5' ? 'WEB' : 'WECHAT' })
      expect(renderPage(PhoneEntry, { platform }).has('phone-open')).toBe(isThere)
    },
  )
})

import { PhoneEntry } from '../../../../src/features/session/PhoneEntry'
import { renderPage } from '../../../kit/render-page'

const building = (target: string, phone: string, sms: boolean) => {
  Object.assign(globalThis, { __TARGET__: target })
  Object.assign(__FEATURES__, { phone, sms })
}

afterEach(() => building('weapp', 'oneTap', true))

describe('the door to signing in by phone number', () => {
  it.each([
    ['weapp', 'oneTap', true, true],
    ['weapp', 'oneTap', false, true],
    ['weapp', 'off', true, true],
    ['weapp', 'off', false, false],
    ['h5', 'oneTap', true, true],
    ['h5', 'oneTap', false, false],
  ] as const)(
    'is there when something is behind it: %s, phone %s, text messages %s',
    (target, phone, sms, isThere) => {
      building(target, phone, sms)
      expect(renderPage(PhoneEntry).has('phone-open')).toBe(isThere)
    },
  )
})

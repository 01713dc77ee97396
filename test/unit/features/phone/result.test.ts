import { failureOf } from '../../../../src/auth/failure'
import { hasNumber, phoneFields } from '../../../../src/baas/phone-event'
import { resultOf } from '../../../../src/features/phone/result'

const wechat = { loginCode: async () => 'code', libVersion: () => '3.8.12' }

const refusalOf = (detail: object): unknown => {
  try {
    return phoneFields(detail, wechat)
  } catch (error) {
    return error
  }
}

describe('the answer of the phone button', () => {
  it.each([
    ['iOS and DevTools', { errMsg: 'getPhoneNumber:fail user deny' }, 'refused'],
    ['Android', { errMsg: 'getPhoneNumber:fail:user deny' }, 'refused'],
    ['a closed sheet', { errMsg: 'getPhoneNumber:fail:user cancel' }, 'refused'],
    [
      'a refused privacy guide',
      { errMsg: 'privacy permission is not authorized', errno: 104 },
      'refused',
    ],
    ['an undeclared interface', { errMsg: 'getPhoneNumber:fail', errno: 112 }, 'undeclared'],
    ['a personal AppID', { errMsg: 'getPhoneNumber:fail no permission' }, 'noPermission'],
    ['an exhausted quota', { errMsg: 'getPhoneNumber:fail', errno: 1400001 }, 'noQuota'],
    ['something new', { errMsg: 'getPhoneNumber:fail jsapi has gone' }, 'failed'],
    ['nothing', {}, 'refused'],
  ])('the phone button returns no number by %s', (_who, detail, tag) => {
    expect(hasNumber(detail)).toBe(false)
    expect(resultOf(failureOf(refusalOf(detail))).tag).toBe(tag)
  })

  it.each([
    ['the common button', { errMsg: 'ok', code: 'c', encryptedData: 'e', iv: 'i' }],
    ['the documented realtime event, a code alone', { errMsg: 'ok', code: 'c' }],
  ])('the phone button returns a number by %s', (_who, detail) => {
    expect(hasNumber(detail)).toBe(true)
    expect(phoneFields(detail, wechat)).toMatchObject({
      version: 'v2.7',
      fields: { phone_code: 'c' },
    })
  })
})

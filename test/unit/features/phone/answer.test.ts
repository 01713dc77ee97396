import { readPhoneAnswer } from '../../../../src/features/phone/answer'

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
    ['nothing', {}, 'failed'],
  ])('by %s', (_who, detail, tag) => {
    expect(readPhoneAnswer(detail).tag).toBe(tag)
  })

  it.each([
    [
      'the code of base library 2.21.2 and later',
      { errMsg: 'getPhoneNumber:ok', code: 'a-phone-code' },
    ],
    [
      'the sealed number of earlier ones',
      { errMsg: 'getPhoneNumber:ok', encryptedData: 'e', iv: 'i' },
    ],
  ])('is given with %s', (_what, detail) => {
    expect(readPhoneAnswer(detail)).toEqual({ tag: 'given', detail })
  })
})

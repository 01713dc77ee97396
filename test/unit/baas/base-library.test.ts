import { BaasError, isUnanswered, unansweredError } from '../../../src/baas/errors'
import { failureOf } from '../../../src/auth/failure'
import { phoneFields } from '../../../src/baas/phone-event'
import { isAtLeast } from '../../../src/baas/wechat'
import { wechatError } from '../../../src/baas/wechat-errors'

const on = (version: string) => ({ loginCode: async () => 'c', libVersion: () => version })

describe('a version of the base library', () => {
  it.each([
    ['2.21.2', '2.21.2', true],
    ['2.21.3', '2.21.2', true],
    ['2.21.1', '2.21.2', false],
    ['2.100.0', '2.21.2', true],
    ['3.0.0', '2.21.2', true],
    ['1.99.99', '2.21.2', false],
    ['2.22', '2.21.2', true],
    ['2.21', '2.21.2', false],
    ['2.21', '2.21.0', true],
    ['2.21.2.1', '2.21.2', true],
    ['dev', '0.0.0', true],
    ['0x3.0.0', '1.0.0', false],
    ['', '2.16.0', false],
  ])('the base library %s is at least %s: %s', (version, wanted, expected) => {
    expect(isAtLeast(version, wanted)).toBe(expected)
  })
})

describe('the answer of the phone button', () => {
  const detail = { errMsg: 'getPhoneNumber:ok', code: 'pc', encryptedData: 'E', iv: 'I' }

  it('the answer of the phone button is a phone code from 2.21.2 on, and encrypted data alone before', () => {
    expect(phoneFields(detail, on('2.21.2'))).toEqual({
      version: 'v2.7',
      fields: { encryptedData: 'E', iv: 'I', phone_code: 'pc' },
    })
    expect(phoneFields(detail, on('2.21.1'))).toEqual({
      version: 'v2.5',
      fields: { encryptedData: 'E', iv: 'I' },
    })
  })

  it.each([
    ['without a reason', {}, 603],
    ['that the person gave', { errMsg: 'getPhoneNumber:fail user deny' }, 603],
    ['for want of a quota', { errMsg: 'getPhoneNumber:fail', errno: 1400001 }, 402],
    ['that holds no phone code', { encryptedData: 'E', iv: 'I' }, 605],
  ])('the answer of the phone button is a refusal %s: %j', (_, refusal, code) => {
    expect(() => phoneFields(refusal, on('3.8.12'))).toThrow(expect.objectContaining({ code }))
  })
})

describe('an error', () => {
  it.each([
    [new BaasError(600), true],
    [new BaasError(601), true],
    [new BaasError(599), false],
    [new BaasError(602), false],
    [new BaasError(499), false],
    [new BaasError(600, { status: 600 }), false],
    [new Error('600'), false],
  ])('the error %s says that no answer came: %s', (error, expected) => {
    expect(isUnanswered(error)).toBe(expected)
  })

  it('the error of a request keeps what ended it: the code of a port, or the network with its cause', () => {
    const slow = new BaasError(601)
    expect(unansweredError(slow)).toBe(slow)
    const cause = new TypeError('Failed to fetch')
    expect(unansweredError(cause)).toMatchObject({ code: 600, cause })
  })

  it('an error has what the server said as its message, or else its code', () => {
    const told = new BaasError(400, { status: 400, serverMessage: 'bad code' })
    expect(told).toMatchObject({ message: 'bad code', serverMessage: 'bad code', status: 400 })
    expect(new BaasError(604)).toMatchObject({ message: 'wx.BaaS error 604', serverMessage: '' })
  })

  it.each([
    ['code_used: get a new one', 400, 'unexpected'],
    ['code_used: get a new one', 500, 'server'],
    ['the end', 599, 'server'],
    ['no answer', 617, 'unexpected'],
    ['given up', 499, 'cancelled'],
  ])('an error that says "%s" with %i is %s', (serverMessage, code, kind) => {
    expect(failureOf(new BaasError(code, { serverMessage })).kind).toBe(kind)
  })

  it('an error of WeChat is read from `message`, too, keeps its number, and may be of another code', () => {
    expect(wechatError({ message: 'login:fail timeout' })).toMatchObject({ code: 601 })
    expect(wechatError({ errMsg: 'login:fail user deny', message: 'timeout' }).code).toBe(603)
    expect(wechatError({ errMsg: 'what', errno: 7 }, 611)).toMatchObject({
      code: 611,
      serverMessage: 'what',
      cause: { errno: 7 },
    })
  })
})

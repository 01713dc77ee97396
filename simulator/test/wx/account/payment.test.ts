import { createPhone } from '../phone'

const ORDER = { timeStamp: '1', nonceStr: 'n', package: 'prepay_id=wx1', paySign: 's' }

describe('a payment', () => {
  it.each([
    [{ kind: 'pay' }, 'requestPayment:ok'],
    [{ kind: 'cancel' }, 'requestPayment:fail cancel'],
    [{ kind: 'fail', detail: 'no balance' }, 'requestPayment:fail no balance'],
  ] as const)('a payment ends as the person and WeChat Pay decide: %j', async (reply, errMsg) => {
    const { call, person } = createPhone({ replies: { payment: reply } })
    expect(await call('requestPayment', ORDER)).toEqual({ errMsg })
    expect(person.asked).toEqual([{ kind: 'payment', shows: { package: 'prepay_id=wx1' } }])
  })

  it.each(Object.keys(ORDER))('a payment is refused without its %s', async (name) => {
    const { call, person } = createPhone()
    expect(await call('requestPayment', { ...ORDER, [name]: undefined })).toEqual({
      errMsg: `requestPayment:fail parameter error: parameter.${name} should be String instead of Undefined;`,
    })
    expect(person.asked).toEqual([])
  })
})

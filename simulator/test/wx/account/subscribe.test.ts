import { createNetwork } from '../../../wx/network/network'
import { createPhone, type PhoneOptions } from '../phone'

/** Asks for subscriptions in a tap. */
const subscribe = (tmplIds: unknown, options?: PhoneOptions) => {
  const { gesture, call } = createPhone(options)
  return gesture.during(() => call('requestSubscribeMessage', { tmplIds }))
}
const failing = (words: string, errCode: number) => ({
  errMsg: `requestSubscribeMessage:fail ${words}`,
  errCode,
})

describe('subscribing to messages', () => {
  it.each([
    ['accept', 'accept', 'accept'],
    ['reject', 'reject', 'reject'],
    [{ a: 'accept' }, 'accept', 'reject'],
    [{ a: 'ban', b: 'filter' }, 'ban', 'filter'],
  ] as const)(
    'subscribing to messages says of each what the person said: %j',
    async (reply, a, b) => {
      expect(await subscribe(['a', 'b'], { replies: { subscribe: reply } })).toEqual({
        ...{ a, b },
        errMsg: 'requestSubscribeMessage:ok',
      })
    },
  )

  it.each([
    [undefined, "TmplIds can't be empty", 10001],
    [[], "TmplIds can't be empty", 10001],
    [[7], 'Invalid template id', 10004],
    [['a', 'b', 'c', 'd', 'e', 'f'], 'Templates count out of max bounds', 20003],
  ])('subscribing to messages needs one to five texts: %j', async (tmplIds, words, errCode) => {
    expect(await subscribe(tmplIds)).toEqual(failing(words, errCode))
  })

  it('subscribing to messages fails where they are turned off, and without a network', async () => {
    expect(await subscribe(['a'], { replies: { subscribe: 'off' } })).toEqual(
      failing('The main switch is switched off', 20004),
    )
    const network = createNetwork()
    network.switchTo('none')
    expect(await subscribe(['a'], { network })).toEqual(failing('Request list fail', 10002))
  })

  it('subscribing to messages is asked for in a tap only, since base library 2.8.2', async () => {
    const option = { tmplIds: ['a'] }
    expect(await createPhone().call('requestSubscribeMessage', option)).toEqual({
      errMsg: 'requestSubscribeMessage:fail can only be invoked by user TAP gesture.',
    })
    const old = createPhone({ device: { libVersion: '2.8.1' } })
    expect(await old.call('requestSubscribeMessage', option)).toMatchObject({ a: 'accept' })
  })
})

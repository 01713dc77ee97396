import { alice, granted, settle } from '../../kit/fake-backend'
import { launchedWith, makeAuth } from '../../kit/make-auth'
import { LOGIN, statuses, stormOf } from '../../kit/storm'

describe('a renewal that a sign-out overtakes', () => {
  it('a renewal that a sign-out overtakes before WeChat has a code sends it nowhere', async () => {
    const codes: ((code: string) => void)[] = []
    const loginCode = () => new Promise<string>((resolve) => codes.push(resolve))
    const made = makeAuth({ wechat: { loginCode, libVersion: () => '3.8.12' } })
    const launched = made.auth.launch()
    await settle()
    codes.shift()?.('code-1')
    await settle()
    made.network.answer(granted())
    await launched
    const outcomes = stormOf(made, 1)
    await settle()
    await settle()
    void made.auth.signOut()
    codes.shift()?.('code-2')
    await settle()
    await outcomes
    expect(made.network.paths().filter((path) => path === LOGIN)).toHaveLength(1)
  })

  it('a renewal that a sign-out overtakes settles every caller and brings no ended session back', async () => {
    const made = await launchedWith(granted())
    const outcomes = stormOf(made, 3)
    await settle()
    await settle()
    void made.auth.signOut()
    for (const { answer } of made.network.waiting.splice(0)) {
      answer(granted(alice, 3_600, 'token-2'))
    }
    expect(statuses(await outcomes)).toEqual([499, 499, 499])
    expect(made.session()).toEqual({ tag: 'guest', reason: 'signedOut' })
    await settle()
    // What the late login had opened on the server is ended again.
    expect(made.network.paths().at(-1)).toBe('/hserve/v2.0/session/destroy/')
    expect(made.network.tokens().at(-1)).toBe('token-2')
  })
})

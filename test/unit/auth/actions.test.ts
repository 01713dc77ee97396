import { granted, refused, settle } from '../../kit/fake-backend'
import { makeAuth } from '../../kit/make-auth'
import { memoryStorage } from '../../kit/memory-storage'

describe('the session machine', () => {
  it('shares one flight between callers with the same intent', async () => {
    const { auth, network } = makeAuth()
    const both = [auth.retry(), auth.retry()]
    await settle()
    expect(network.requests).toHaveLength(1)
    network.answer(granted())
    expect((await Promise.all(both)).map((session) => session.tag)).toEqual(['member', 'member'])
  })

  it('flies twice for two intents', async () => {
    const { auth, network } = makeAuth()
    void auth.retry()
    void auth.continueWithWechat()
    await settle()
    expect(network.requests.map(({ body }) => body?.['create_user'])).toEqual([false, true])
  })

  it('opens an account only when the person asks to continue with WeChat', async () => {
    const { auth, network, session } = makeAuth()
    void auth.launch()
    await settle()
    network.answer(refused(404))
    await settle()
    const continued = auth.continueWithWechat()
    await settle()
    network.answer(granted())
    await continued
    expect(session().tag).toBe('member')
  })

  it('signs out on the phone at once, and on the server afterwards', async () => {
    const entries = new Map<string, unknown>()
    const { auth, network, session } = makeAuth({ storage: memoryStorage(entries) })
    void auth.launch()
    await settle()
    network.answer(granted())
    await settle()
    expect(entries.size).toBe(1)

    void auth.signOut()
    expect(session()).toEqual({ tag: 'guest', reason: 'signedOut' })
    expect(entries.size).toBe(0)
    expect(network.requests[1]).toMatchObject({
      url: 'https://baas.invalid/hserve/v2.0/session/destroy/',
      headers: { Authorization: 'Hydrogen-r1 token-of-this-session' },
    })
  })

  it('is not resurrected by a login that answers after the sign-out', async () => {
    const entries = new Map<string, unknown>()
    const { auth, network, session } = makeAuth({ storage: memoryStorage(entries) })
    const launched = auth.launch()
    await settle()
    await auth.signOut()
    network.answer(granted())
    await launched
    expect(session()).toEqual({ tag: 'guest', reason: 'signedOut' })
    expect(entries.size).toBe(0)
  })
})

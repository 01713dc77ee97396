import { alice, bob, granted, grantedFlat, refused, settle } from '../../kit/fake-backend'
import { launchedWith, makeAuth } from '../../kit/make-auth'
import { asBob, asEve, eve } from '../../kit/bob-and-eve'

describe('two sign-ins at once', () => {
  // docs/protocol.md 9.7
  it('two sign-ins with two intents are two flights', async () => {
    const { auth, network } = makeAuth()
    void auth.retry()
    void auth.signIn({ by: 'wechat', createUser: true, withUnionID: false })
    await settle()
    expect(network.requests.map(({ body }) => body?.['create_user'])).toEqual([false, true])
  })

  // docs/protocol.md 9.7
  it('two logins with different credentials get two users, and the last begun stays', async () => {
    const { auth, network, session } = makeAuth()
    const first = auth.signIn(asBob)
    const second = auth.signIn(asEve)
    await settle()
    const [toBob, toEve] = network.waiting.splice(0)
    toEve?.answer(grantedFlat(eve, 'token-of-eve'))
    expect(await second).toMatchObject({ id: 3 })
    toBob?.answer(grantedFlat(bob, 'token-of-bob'))
    await expect(first).rejects.toMatchObject({ code: 499 })
    expect(session()).toMatchObject({ tag: 'member', user: { id: 3 } })
    await settle()
    expect(network.paths().at(-1)).toBe('/hserve/v2.0/session/destroy/')
    expect(network.tokens().at(-1)).toBe('token-of-bob')
  })

  it('a sign-in that the person asked for wins over a launch that is still running', async () => {
    const { auth, network, session } = makeAuth()
    void auth.launch()
    await settle()
    void auth.signIn(asBob)
    await settle()
    const [launch, login] = network.waiting.splice(0)
    launch?.answer(granted())
    await settle()
    expect(session()).toMatchObject({ tag: 'member', user: { id: alice.id } })
    login?.answer(grantedFlat())
    await settle()
    expect(session()).toMatchObject({ tag: 'member', user: { id: bob.id } })
  })

  it('a sign-in starts at once again after a sign-out that overtook the same intent', async () => {
    const { auth, network, session } = makeAuth()
    void auth.retry()
    await settle()
    await auth.signOut()
    void auth.retry()
    await settle()
    const [, second] = network.waiting
    second?.answer(granted())
    await settle()
    expect(session().tag).toBe('member')
  })

  it('a sign-in that the person asked for wins over a retry of the machine (found by the model)', async () => {
    const { auth, network, goOnline, session } = await launchedWith(refused(500))
    goOnline()
    await settle()
    void auth.signIn(asBob)
    await settle()
    const unasked = network.waiting.findIndex(({ request }) => request.url.includes('silent'))
    const [retry] = network.waiting.splice(unasked, 1)
    network.answer(grantedFlat())
    await settle()
    retry?.answer(granted())
    await settle()
    expect(session()).toMatchObject({ tag: 'member', user: { id: bob.id } })
  })

  it('a sign-in still shares a flight after another sign-in has settled (found by the model)', async () => {
    const { auth, network } = makeAuth()
    void auth.signIn(asBob)
    void auth.retry()
    await settle()
    network.answer(grantedFlat())
    await settle()
    void auth.retry()
    await settle()
    expect(network.requests).toHaveLength(2)
  })

  it('the sign-in asked for last still wins when the launch joins it', async () => {
    const { auth, network, session } = makeAuth()
    void auth.signIn(asBob)
    void auth.retry()
    await settle()
    void auth.launch()
    await settle()
    expect(network.requests).toHaveLength(2)
    network.answer(grantedFlat())
    await settle()
    network.answer(granted())
    await settle()
    expect(session()).toMatchObject({ tag: 'member', user: { id: alice.id } })
  })
})

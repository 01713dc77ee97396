import { BaasError } from '../../../src/baas/errors'
import type { Credentials } from '../../../src/baas/credentials'
import { alice, bob, granted, grantedFlat, refused, settle } from '../../kit/fake-backend'
import { launchedWith, makeAuth, pageCall } from '../../kit/make-auth'
import { memoryStorage } from '../../kit/memory-storage'

const asBob = { by: 'password', account: { username: 'bob' }, password: 'p' } as const
const asEve = { by: 'password', account: { username: 'eve' }, password: 'p' } as const
const eve = { id: 3, nickname: 'Eve', avatar: '' }

describe('signing in', () => {
  it('shares one flight between callers with the same intent', async () => {
    const { auth, network } = makeAuth()
    const both = [auth.retry(), auth.retry()]
    await settle()
    expect(network.requests).toHaveLength(1)
    network.answer(granted())
    expect((await Promise.all(both)).map(({ tag }) => tag)).toEqual(['member', 'member'])
  })

  // docs/protocol.md 9.7
  it('two intents are two flights', async () => {
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

  it('lets what the person asked for win over a launch that is still running', async () => {
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

  it('is not resurrected by a login that answers after the sign-out', async () => {
    const storage = memoryStorage()
    const { auth, network, session } = makeAuth({ storage })
    const launched = auth.launch()
    await settle()
    void auth.signOut()
    network.answer(granted())
    await launched
    expect(session()).toEqual({ tag: 'guest', reason: 'signedOut' })
    expect([...storage.entries]).toEqual([['session', { ended: 'signedOut' }]])
  })

  it('works again at once after a sign-out that overtook the same intent', async () => {
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

  it('lets what the person asked for win over a retry of the machine (found by the model)', async () => {
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

  it('still shares a flight after another sign-in has settled (found by the model)', async () => {
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

  it('a wrong password leaves the link flow where it was', async () => {
    const ticket = { link_ticket: 'ticket-1', link_ticket_expires_in: 600 }
    const made = await launchedWith(refused(404, '', ticket))
    const before = made.session()
    const attempt = made.actions.signIn({ username: 'bob' }, 'wrong')
    await settle()
    expect(made.session()).toEqual({ tag: 'signingIn', why: 'user' })
    made.network.answer(refused(400, 'Incorrect username or password.'))
    expect(await attempt).toEqual({ tag: 'failed', failure: { kind: 'denied', retry: false } })
    expect(made.session()).toEqual(before)
  })

  it('another sign-in that fails leaves the member a member', async () => {
    const made = await launchedWith(granted())
    const attempt = made.auth.signIn(asEve)
    await settle()
    expect(made.session().tag).toBe('member')
    made.network.answer(refused(400))
    await expect(attempt).rejects.toMatchObject({ code: 400 })
    expect(made.session()).toMatchObject({ user: { id: alice.id } })
  })

  it('raises the epoch for every change of identity, and only then', async () => {
    const made = await launchedWith(granted())
    expect(made.session()).toMatchObject({ epoch: 1 })
    void made.auth.retry()
    await settle()
    made.network.answer(granted(alice, 60, 'token-2'))
    await settle()
    expect(made.session()).toMatchObject({ epoch: 1 })
    void made.auth.signIn(asBob)
    await settle()
    made.network.answer(grantedFlat())
    await settle()
    expect(made.session()).toMatchObject({ epoch: 2, user: { id: bob.id } })
  })

  // docs/protocol.md 9.36
  it('sends no token with a sign-in once it has expired', async () => {
    const made = await launchedWith(granted(alice, 60))
    void made.auth.retry()
    await settle()
    expect(made.network.tokens().at(-1)).toBe('token-of-this-session')
    made.network.fail(new BaasError(600))
    await settle()
    made.clock.advance(60_000)
    void made.auth.retry()
    await settle()
    expect(made.network.tokens().at(-1)).toBeUndefined()
  })

  it('asked for last still wins when the launch joins it', async () => {
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

describe('news about the user', () => {
  it('is taken in, unless it is about somebody else', async () => {
    const { auth, session } = await launchedWith(granted())
    auth.learn({ ...eve, nickname: 'Not Alice' })
    expect(session()).toMatchObject({ user: { id: alice.id, nickname: 'Alice' } })
    auth.learn({ ...alice, nickname: 'Alice II' })
    expect(session()).toMatchObject({ user: { nickname: 'Alice II' }, epoch: 1 })
  })

  it('is not written again when nothing of it is kept on the device', async () => {
    const storage = memoryStorage()
    const { auth } = await launchedWith(granted(), { storage })
    const before = storage.calls.set
    auth.learn({ ...alice, gender: 1 })
    auth.learn({ ...alice, gender: 1 })
    expect(storage.calls.set).toBe(before)
  })
})

describe('the device', () => {
  const account = { phone: '13800138000' }
  const password = 'a sentence'

  it.each([
    ['password', { by: 'password', account, password }],
    ['registration', { by: 'registration', account, password }],
    ['SMS', { by: 'sms', ...account, code: '123456', createUser: true }],
  ] satisfies ReadonlyArray<[string, Credentials]>)(
    'is named by a sign-in by %s',
    async (_, credentials) => {
      const { auth, network } = makeAuth()
      void auth.signIn(credentials)
      await settle()
      expect(network.requests[0]?.headers['X-Device-ID']).toBe('device-of-the-test')
    },
  )

  it('is named where a text message is asked for', () => {
    const { account: actions, network } = makeAuth()
    void actions.sendSmsCode('13800001234')
    expect(network.requests[0]?.headers['X-Device-ID']).toBe('device-of-the-test')
  })

  it('is not named by WeChat’s silent sign-in, whose code nobody can guess, nor in a session', async () => {
    const { auth, network } = await launchedWith(granted())
    void auth.request(pageCall())
    await settle()
    void auth.signOut()
    await settle()
    expect(network.requests).toHaveLength(3)
    for (const { headers } of network.requests) expect(headers).not.toHaveProperty('X-Device-ID')
  })
})

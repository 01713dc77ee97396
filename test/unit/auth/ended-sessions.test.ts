import { alice, answered, granted, grantedFlat, refused, settle } from '../../kit/fake-backend'
import { launchedWith, makeAuth, pageCall } from '../../kit/make-auth'
import { memoryStorage } from '../../kit/memory-storage'

const asBob = { by: 'password', account: { username: 'bob' }, password: 'p' } as const
const ended = refused(401, 'ended', { error_code: 'session_ended' })
const expired = refused(401, 'expired', { error_code: 'session_expired' })

type Made = ReturnType<typeof makeAuth>

const relaunched = async (entries: Map<string, unknown>) => {
  const made = makeAuth({ storage: memoryStorage(entries) })
  void made.auth.launch()
  await settle()
  return made
}

const signedOut = async () => {
  const entries = new Map<string, unknown>()
  const made = await launchedWith(granted(), { storage: memoryStorage(entries) })
  void made.auth.signOut()
  await settle()
  return { ...made, entries }
}

describe('a deliberate sign-out', () => {
  it('a deliberate sign-out lasts over launches, without a request, until the person asks', async () => {
    const { entries } = await signedOut()
    for (let launch = 0; launch < 3; launch += 1) {
      const { session, network, comeBack, goOnline } = await relaunched(entries)
      comeBack()
      goOnline()
      await settle()
      expect(session()).toEqual({ tag: 'guest', reason: 'signedOut' })
      expect(network.requests).toEqual([])
    }
  })

  it.each<[string, (made: Made) => unknown]>([
    ['taps sign in', ({ auth }) => auth.retry()],
    ['continues with WeChat', ({ actions }) => actions.continueWithWechat()],
    ['types a password', ({ auth }) => auth.signIn(asBob).catch(() => undefined)],
  ])(
    'a deliberate sign-out is over once the person %s and that worked, not when it failed',
    async (_, ask) => {
      const { entries } = await signedOut()
      const failing = await relaunched(entries)
      void ask(failing)
      await settle()
      failing.network.answer(refused(400))
      await settle()
      const made = await relaunched(entries)
      expect(made.session()).toEqual({ tag: 'guest', reason: 'signedOut' })
      expect(made.network.requests).toEqual([])
      void ask(made)
      await settle()
      made.network.answer(granted())
      await settle()
      expect((await relaunched(entries)).session().tag).toBe('member')
    },
  )

  it('a deliberate sign-out is remembered although a guest signs out, and although the storage could not be read', async () => {
    const entries = new Map<string, unknown>([['session', 'no record']])
    const made = await relaunched(entries)
    void made.auth.signOut()
    expect((await relaunched(entries)).network.requests).toEqual([])
  })

  it('a deliberate sign-out takes the token off the device although the storage is too full for a note', async () => {
    const storage = memoryStorage()
    const { auth } = await launchedWith(granted(), { storage })
    storage.set = () => {
      throw new Error('full')
    }
    void auth.signOut()
    expect(storage.entries.size).toBe(0)
  })
})

describe('a session that was ended on another device', () => {
  const member = async (entries = new Map<string, unknown>()) =>
    launchedWith(granted(), { storage: memoryStorage(entries) })

  it('a session that was ended on another device leaves a guest who is shown why, and is not renewed however many calls meet it', async () => {
    const { auth, network, session } = await member()
    const calls = [1, 2, 3].map(() => auth.request(pageCall()))
    const outcomes = Promise.allSettled(calls)
    await settle()
    for (let call = 0; call < 3; call += 1) network.answer(ended)
    const reasons = (await outcomes).map((outcome) => outcome.status)
    expect(reasons).toEqual(['rejected', 'rejected', 'rejected'])
    expect(session()).toEqual({ tag: 'guest', reason: 'endedElsewhere' })
    expect(network.paths().filter((path) => path.includes('silent-login'))).toHaveLength(1)
  })

  it('a session that was ended on another device stays ended over launches and returns to the app, until the person asks', async () => {
    const entries = new Map<string, unknown>()
    const { auth, network } = await member(entries)
    void auth.request(pageCall()).catch(() => undefined)
    await settle()
    network.answer(ended)
    await settle()
    const next = await relaunched(entries)
    next.comeBack()
    await settle()
    expect(next.session()).toEqual({ tag: 'guest', reason: 'endedElsewhere' })
    expect(next.network.requests).toEqual([])
    void next.auth.retry()
    await settle()
    next.network.answer(granted(alice, 3_600, 'token-2'))
    await settle()
    expect(next.session().tag).toBe('member')
  })

  it('an ended session is found by the refresh after a launch from storage', async () => {
    const entries = new Map<string, unknown>()
    const first = await member(entries)
    first.clock.advance(3_600_000)
    const { clock, network, session, auth } = makeAuth({ storage: memoryStorage(entries) })
    clock.advance(3_600_000)
    await auth.launch()
    await settle()
    network.answer(ended)
    await settle()
    expect(session()).toEqual({ tag: 'guest', reason: 'endedElsewhere' })
  })

  it('an ended session differs from one that expired or is not known: that one is renewed', async () => {
    for (const answer of [expired, refused(401)]) {
      const { auth, network, session } = await member()
      const call = auth.request(pageCall())
      await settle()
      network.answer(answer)
      await settle()
      network.answer(granted(alice, 3_600, 'token-2'))
      await settle()
      network.answer(answered({ fine: true }))
      expect(await call).toMatchObject({ body: { fine: true } })
      expect(session().tag).toBe('member')
    }
  })

  it('an ended session ends nothing when the 401 is about a token that was replaced meanwhile', async () => {
    const { auth, network, session } = await member()
    const call = auth.request(pageCall())
    await settle()
    auth.learn({ ...alice }, { token: 'rotated', expiresInSeconds: 3_600 })
    network.answer(ended)
    await settle()
    network.answer(answered({ fine: true }))
    expect(await call).toMatchObject({ body: { fine: true } })
    expect(network.tokens().at(-1)).toBe('rotated')
    expect(session().tag).toBe('member')
  })

  it('a session ends at the second 401, too', async () => {
    const { auth, network, session } = await member()
    void auth.request(pageCall()).catch(() => undefined)
    await settle()
    network.answer(expired)
    await settle()
    network.answer(granted(alice, 3_600, 'token-2'))
    await settle()
    network.answer(ended)
    await settle()
    expect(session()).toEqual({ tag: 'guest', reason: 'endedElsewhere' })
  })

  it('an ended session of a password sign-in ends alike', async () => {
    const { auth, network, session } = await launchedWith(refused(404))
    void auth.signIn(asBob)
    await settle()
    network.answer(grantedFlat())
    await settle()
    void auth.request(pageCall()).catch(() => undefined)
    await settle()
    network.answer(ended)
    await settle()
    expect(session()).toEqual({ tag: 'guest', reason: 'endedElsewhere' })
  })
})

import { BaasError } from '../../../src/baas/errors'
import { alice, answered, bob, granted, grantedFlat, refused, settle } from '../../kit/fake-backend'
import { launchedWith, makeAuth, pageCall } from '../../kit/make-auth'
import { memorySdkStorage } from '../../kit/memory-sdk-storage'
import { memoryStorage } from '../../kit/memory-storage'

const asBob = { by: 'password', account: { username: 'bob' }, password: 'p' } as const

describe('signing out', () => {
  it('a sign-out forgets the session on the phone at once, and ends it on the server', async () => {
    const storage = memoryStorage()
    const { auth, network, session } = await launchedWith(granted(), { storage })
    expect(storage.entries.size).toBe(1)
    void auth.signOut()
    expect(session()).toEqual({ tag: 'guest', reason: 'signedOut' })
    expect([...storage.entries]).toEqual([['session', { ended: 'signedOut' }]])
    expect(network.requests[1]).toMatchObject({
      url: 'https://baas.invalid/hserve/v2.0/session/destroy/',
      headers: { Authorization: 'Hydrogen-r1 token-of-this-session' },
    })
  })

  // docs/protocol.md 9.15
  it('a sign-out offline still clears everything on the device and revokes later', async () => {
    const entries = new Map<string, unknown>()
    const made = await launchedWith(granted(), {
      storage: memoryStorage(entries),
      sdkStorage: memorySdkStorage(entries),
    })
    made.clock.advance(0)
    await settle()
    expect([...entries.keys()]).toContain('ifx_baas_auth_token')

    const signedOut = made.auth.signOut()
    expect([...entries]).toEqual([['session', { ended: 'signedOut' }]])
    await settle()
    made.network.fail(new BaasError(600))
    await signedOut
    made.goOnline()
    await settle()
    expect(made.network.paths().slice(-2)).toEqual(Array(2).fill('/hserve/v2.0/session/destroy/'))
    expect([...entries]).toEqual([['session', { ended: 'signedOut' }]])
  })

  it.each([
    ['a 201', answered({ status: 'ok' }, 201), 1],
    ['a 401', refused(401), 1],
    ['a 500', refused(500), 2],
  ])(
    // docs/protocol.md 9.15
    'a sign-out after %s sends the token to nothing, or once more to the end of it',
    async (_, answer, times) => {
      const made = await launchedWith(granted())
      void made.auth.signOut()
      await settle()
      made.network.answer(answer)
      await settle()
      made.goOnline()
      made.comeBack()
      await settle()
      const sent = made.network.requests.slice(1).map(({ url }) => new URL(url).pathname)
      expect(sent).toEqual(Array(times).fill('/hserve/v2.0/session/destroy/'))
    },
  )

  // docs/protocol.md 9.15
  it('a failed sign-out is repeated by the next sign-in, when no network came and went', async () => {
    const made = await launchedWith(granted())
    void made.auth.signOut()
    await settle()
    made.network.answer(refused(500))
    void made.auth.signIn(asBob)
    await settle()
    made.network.answer(grantedFlat())
    await settle()
    expect(made.network.paths().at(-1)).toBe('/hserve/v2.0/session/destroy/')
    expect(made.network.tokens().at(-1)).toBe('token-of-this-session')
    expect(made.session()).toMatchObject({ user: { id: bob.id } })
  })

  // docs/protocol.md 9.15
  it('a session that could not be revoked is not on the device of the next launch', async () => {
    const storage = memoryStorage()
    const made = await launchedWith(granted(), { storage })
    void made.auth.signOut()
    await settle()
    made.network.fail(new BaasError(600))
    const next = makeAuth({ storage: memoryStorage(storage.entries) })
    void next.auth.launch()
    await settle()
    expect(next.network.tokens()).toEqual([undefined])
  })

  // docs/protocol.md 9.5
  it('a revoked session can be signed out of, and a new one signed in after', async () => {
    const made = await launchedWith(granted())
    const signedOut = made.auth.signOut()
    await settle()
    made.network.answer(refused(401))
    await signedOut
    void made.auth.retry()
    await settle()
    made.network.answer(granted(alice, 60, 'token-2'))
    await settle()
    expect(made.session().tag).toBe('member')
  })

  it('a sign-out is final: a 404 for a sign-in that was still running changes nothing', async () => {
    const made = await launchedWith(refused(500))
    void made.auth.retry()
    await settle()
    void made.auth.signOut()
    made.network.answer(refused(404, 'no account', { link_ticket: 't', link_ticket_expires_in: 9 }))
    await settle()
    expect(made.session()).toEqual({ tag: 'guest', reason: 'signedOut' })
  })

  it('a sign-out is final: a 404 for the renewal of that session changes nothing', async () => {
    const made = await launchedWith(granted(alice, 60))
    made.clock.advance(60_000)
    const call = made.auth.request(pageCall()).catch((error: unknown) => error)
    await settle()
    void made.auth.signOut()
    await settle()
    made.network.answer(refused(404))
    await settle()
    expect(made.session()).toEqual({ tag: 'guest', reason: 'signedOut' })
    made.network.answer(answered())
    expect(await call).toBeInstanceOf(BaasError)
  })
})

import { BaasError } from '../../../src/baas/errors'
import { alice, bob, granted, grantedFlat, refused, settle } from '../../kit/fake-backend'
import { launchedWith, makeAuth } from '../../kit/make-auth'
import { memoryStorage } from '../../kit/memory-storage'
import { asBob, asEve, eve } from '../../kit/bob-and-eve'

describe('signing in', () => {
  it('shares one flight between callers with the same intent', async () => {
    const { auth, network } = makeAuth()
    const both = [auth.retry(), auth.retry()]
    await settle()
    expect(network.requests).toHaveLength(1)
    network.answer(granted())
    expect((await Promise.all(both)).map(({ tag }) => tag)).toEqual(['member', 'member'])
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
})

describe('news about the user', () => {
  it('is taken in, unless it is about another person', async () => {
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

import { BaasError } from '../../../src/baas/errors'
import { alice, bob, granted, grantedFlat, refused, settle } from '../../kit/fake-backend'
import { launchedWith, makeAuth } from '../../kit/make-auth'
import { memoryStorage } from '../../kit/memory-storage'
import { asBob, asEve } from '../../kit/bob-and-eve'

describe('signing in', () => {
  it('signing in shares one flight between callers with the same intent', async () => {
    const { auth, network } = makeAuth()
    const both = [auth.retry(), auth.retry()]
    await settle()
    expect(network.requests).toHaveLength(1)
    network.answer(granted())
    expect((await Promise.all(both)).map(({ tag }) => tag)).toEqual(['member', 'member'])
  })

  it('a session is not resurrected by a login that answers after the sign-out', async () => {
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

  it('a sign-in that is overtaken while wx.login runs sends nothing', async () => {
    let give: (code: string) => void = () => undefined
    const loginCode = () => new Promise<string>((resolve) => (give = resolve))
    const made = makeAuth({ wechat: { loginCode, libVersion: () => '3.8.12' } })
    const signedIn = made.auth.signIn({ by: 'wechat', createUser: true, withUnionID: false })
    await settle()
    void made.auth.signOut()
    give('code')
    await expect(signedIn).rejects.toMatchObject({ code: 499 })
    expect(made.network.requests).toEqual([])
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

  it('a registration is signed in to when its answer was lost and its name is taken the second time', async () => {
    const made = await launchedWith(refused(404))
    const register = () => made.actions.register({ username: 'bob' }, 'a sentence of his')
    const lost = register()
    await settle()
    made.network.fail(new Error('lost'))
    expect(await lost).toMatchObject({ failure: { kind: 'offline' } })
    const again = register()
    await settle()
    made.network.answer(refused(400, 'This username is taken.'))
    await settle()
    made.network.answer(grantedFlat(bob))
    expect(await again).toMatchObject({ tag: 'done' })
    expect(made.session()).toMatchObject({ tag: 'member', user: { id: bob.id } })
    const actions = made.network.paths().map((path) => path.split('/')[3])
    expect(actions.slice(1)).toEqual(['register', 'register', 'login'])
  })

  it('a registration whose name was taken from the first is refused each time, and no sign-in is tried', async () => {
    const made = await launchedWith(refused(404))
    for (const times of [1, 2]) {
      const taken = made.actions.register({ username: 'bob' }, 'a sentence of his')
      await settle()
      made.network.answer(refused(400, 'This username is taken.'))
      expect(await taken).toMatchObject({ failure: { kind: 'conflict' } })
      expect(made.network.requests).toHaveLength(1 + times)
    }
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

  it('signing in raises the epoch for every change of identity, and only then', async () => {
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
  it('signing in sends no token once it has expired', async () => {
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

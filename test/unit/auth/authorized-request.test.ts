import { BaasError } from '../../../src/baas/errors'
import { alice, answered, granted, refused, settle } from '../../kit/fake-backend'
import { launchedWith, makeAuth, pageCall } from '../../kit/make-auth'
import { LOGIN, statuses } from '../../kit/storm'

describe('an authorized request', () => {
  it('a blocked account ends the session at the first call that is refused, without another try', async () => {
    const made = await launchedWith(granted())
    const call = made.auth.request(pageCall())
    const outcome = Promise.allSettled([call])
    await settle()
    made.network.answer(refused(403, 'no', { error_code: 'account_blocked' }))
    expect(statuses(await outcome)).toEqual([403])
    expect(made.session()).toEqual({ tag: 'guest', reason: 'accountBlocked' })
    expect(made.auth.current()).toBeUndefined()
    expect(made.network.requests).toHaveLength(2)
  })

  it('any other 403 of an authorized request ends no session', async () => {
    const made = await launchedWith(granted())
    const outcome = Promise.allSettled([made.auth.request(pageCall())])
    await settle()
    made.network.answer(refused(403))
    expect(statuses(await outcome)).toEqual([403])
    expect(made.session().tag).toBe('member')
  })

  // docs/protocol.md 9.9
  it('a late 401 for an old token only tries again with the new one', async () => {
    const made = await launchedWith(granted())
    const early = made.auth.request(pageCall())
    const late = made.auth.request(pageCall())
    await settle()
    const [first, second] = made.network.waiting.splice(0)
    first?.answer(refused(401))
    await settle()
    made.network.answer(granted(alice, 3_600, 'token-2'))
    await settle()
    made.network.answer(answered())
    await early

    second?.answer(refused(401))
    await settle()
    made.network.answer(answered())
    await late
    expect(made.network.paths().filter((path) => path === LOGIN)).toHaveLength(2)
    expect(made.network.tokens().at(-1)).toBe('token-2')
  })

  it('a 401 for a renewed token that has been renewed again meanwhile ends no session', async () => {
    const made = await launchedWith(granted())
    const early = Promise.allSettled([made.auth.request(pageCall())])
    await settle()
    made.network.answer(refused(401))
    await settle()
    made.network.answer(granted(alice, 3_600, 'token-2'))
    await settle()
    const [again] = made.network.waiting.splice(0)

    const other = made.auth.request(pageCall())
    await settle()
    made.network.answer(refused(401))
    await settle()
    made.network.answer(granted(alice, 3_600, 'token-3'))
    await settle()
    made.network.answer(answered())
    await other

    again?.answer(refused(401))
    expect(statuses(await early)).toEqual([401])
    expect(made.session()).toMatchObject({ tag: 'member', user: { id: alice.id } })
  })

  it('a member call fired before the launch login waits for it; a public one does not', async () => {
    const { auth, network } = makeAuth()
    const own = auth.request(pageCall())
    const open = auth.request(pageCall('anyone'))
    await settle()
    expect(network.paths()).toEqual(['/hserve/v2.5/some/page/'])
    network.answer(answered())
    await open

    void auth.launch()
    await settle()
    network.answer(granted())
    await settle()
    expect(network.tokens().at(-1)).toBe('token-of-this-session')
    network.answer(answered())
    await own
  })

  it('an answer that anyone may read is passed on to a guest who was signed in meanwhile', async () => {
    const { auth, network } = makeAuth()
    void auth.launch()
    await settle()
    const open = auth.request(pageCall('anyone'))
    network.answer(granted())
    await settle()
    expect(auth.current()?.user.id).toBe(alice.id)
    network.answer(answered({ title: 'Shared' }))
    await expect(open).resolves.toMatchObject({ body: { title: 'Shared' } })
  })

  it('a member call of a guest is not sent', async () => {
    const { auth, network } = await launchedWith(refused(404))
    await expect(auth.request(pageCall())).rejects.toMatchObject({ code: 604 })
    expect(network.requests).toHaveLength(1)
  })

  it('a network error of an authorized request signs no one out', async () => {
    const { auth, network, session } = await launchedWith(granted())
    const call = auth.request(pageCall())
    await settle()
    network.fail(new BaasError(600))
    await expect(call).rejects.toMatchObject({ code: 600 })
    expect(session().tag).toBe('member')
  })

  it('an authorized request drops an answer for a person who has signed out', async () => {
    const { auth, network } = await launchedWith(granted())
    const call = auth.request(pageCall())
    await settle()
    const [mine] = network.waiting.splice(0)
    void auth.signOut()
    mine?.answer(answered({ secret: 'of Alice' }))
    await expect(call).rejects.toMatchObject({ code: 499 })
  })

  it('an authorized request that anyone may send is answered after its sender has signed out', async () => {
    const { auth, network } = await launchedWith(granted())
    const call = auth.request(pageCall('anyone'))
    await settle()
    const [open] = network.waiting.splice(0)
    void auth.signOut()
    open?.answer(answered({ status: 'ok' }))
    await expect(call).resolves.toMatchObject({ body: { status: 'ok' } })
  })
})

import { BaasError } from '../../../src/baas/errors'
import { alice, answered, granted, refused, settle } from '../../kit/fake-backend'
import { launchedWith, makeAuth } from '../../kit/make-auth'

describe('launch', () => {
  it('the launch signs a known person in silently, with one request', async () => {
    const { auth, network, session } = makeAuth()
    expect(session()).toEqual({ tag: 'booting' })

    const launched = auth.launch()
    await settle()
    expect(session()).toEqual({ tag: 'signingIn', why: 'launch' })
    network.answer(granted())

    expect(await launched).toMatchObject({ tag: 'member', user: alice })
    expect(network.requests).toHaveLength(1)
    expect(network.requests[0]).toMatchObject({
      method: 'POST',
      url: 'https://baas.invalid/hserve/v2.5/idp/wechat/silent-login/',
      body: { create_user: false, code: 'code-1', login_with_unionid: false },
    })
  })

  it('the launch leaves an unknown person unlinked, with the ticket of the 404', async () => {
    const ticket = { link_ticket: 'ticket-1', link_ticket_expires_in: 600 }
    const { session, clock } = await launchedWith(refused(404, 'user not found', ticket))
    expect(session()).toEqual({
      tag: 'unlinked',
      ticket: { value: 'ticket-1', expiresAtMs: clock.now() + 600_000 },
    })
  })

  it('the launch leaves an unknown person unlinked without a ticket where the backend has none', async () => {
    const { session } = await launchedWith(refused(404))
    expect(session()).toEqual({ tag: 'unlinked' })
  })

  it.each([
    ['the network is gone', new BaasError(600)],
    ['the server is slow', new BaasError(601)],
  ])('the launch leaves a usable guest when %s', async (_, failure) => {
    const { auth, network, session } = makeAuth()
    const launched = auth.launch()
    await settle()
    network.fail(failure)
    await launched
    expect(session()).toEqual({ tag: 'guest', reason: 'offline' })
  })

  it('the launch leaves a usable guest when nothing ever answers', async () => {
    const { auth, clock, network, session } = makeAuth()
    const launched = auth.launch()
    await settle()
    clock.advance(8_000)
    await launched
    expect(session()).toEqual({ tag: 'guest', reason: 'offline' })
    expect(network.aborted).toHaveLength(1)
  })

  it.each([
    [500, 'server'],
    // Worth another try later, so not a refusal.
    [429, 'server'],
    [403, 'refused'],
    [400, 'refused'],
  ])('the launch leaves a usable guest when the server answers %i', async (status, reason) => {
    const { session } = await launchedWith(refused(status))
    expect(session()).toEqual({ tag: 'guest', reason })
  })

  it('the launch leaves a blocked person a guest who is shown why, and asks no more by itself', async () => {
    const made = await launchedWith(refused(403, 'no', { error_code: 'account_blocked' }))
    expect(made.session()).toEqual({ tag: 'guest', reason: 'accountBlocked' })
    made.clock.advance(60_000)
    made.comeBack()
    await settle()
    expect(made.network.requests).toHaveLength(1)
  })

  it('the launch leaves a guest whose two ids lead to two accounts, and asks no more by itself', async () => {
    const launchCredentials = { by: 'wechat', createUser: false, withUnionID: true } as const
    const clash = refused(400, 'They belong to two accounts (openid o, unionid u).')
    const made = await launchedWith(clash, { launchCredentials })
    expect(made.session()).toEqual({ tag: 'guest', reason: 'unionConflict' })
    expect(made.network.requests[0]?.body).toMatchObject({ login_with_unionid: true })
    made.clock.advance(60_000)
    made.comeBack()
    await settle()
    expect(made.network.requests).toHaveLength(1)
  })

  it('the launch continues with WeChat by unionid where the project goes by it', async () => {
    const launchCredentials = { by: 'wechat', createUser: false, withUnionID: true } as const
    const made = await launchedWith(refused(404), { launchCredentials })
    void made.actions.continueWithWechat()
    await settle()
    expect(made.network.requests.at(-1)?.body).toMatchObject({
      create_user: true,
      login_with_unionid: true,
    })
  })

  // docs/protocol.md 9.4
  it('a wx.login that never answers hangs nothing', async () => {
    const wechat = { loginCode: () => new Promise<string>(() => {}), libVersion: () => '3.8.12' }
    const { auth, clock, session } = makeAuth({ wechat })
    const launched = auth.launch()
    await settle()
    clock.advance(8_000)
    await launched
    expect(session()).toEqual({ tag: 'guest', reason: 'offline' })
  })

  // docs/protocol.md 9.37
  it('the launch treats a 201 without a lifetime as a server fault', async () => {
    const { session } = await launchedWith(answered({ token: 'token', user_info: alice }, 201))
    expect(session()).toEqual({ tag: 'guest', reason: 'server' })
  })

  it('the launch settles ready() with the outcome, whatever it is', async () => {
    const { auth, network } = makeAuth()
    const ready = auth.ready()
    void auth.launch()
    await settle()
    network.answer(refused(404))
    expect(await ready).toEqual({ tag: 'unlinked' })
  })

  it('the launch happens once, however often it is asked for', async () => {
    const { auth, network } = makeAuth()
    expect(auth.launch()).toBe(auth.launch())
    await settle()
    expect(network.requests).toHaveLength(1)
  })

  it('the launch signs no one in where no WeChat can vouch for them', async () => {
    const { auth, network } = makeAuth({ launchCredentials: undefined })
    expect(await auth.launch()).toEqual({ tag: 'guest', reason: 'signedOut' })
    expect(network.requests).toHaveLength(0)
  })
})

import { alice, answered, granted, grantedFlat, refused, settle } from '../../kit/fake-backend'
import { launchedWith, makeAuth } from '../../kit/make-auth'

const TICKET = { link_ticket: 'ticket-1', link_ticket_expires_in: 600 }
const asBob = { by: 'password', account: { username: 'bob' }, password: 'p' } as const
const byUnionid = { by: 'wechat', createUser: false, withUnionID: true } as const
const associated = answered({ status: 'ok', openid: 'openid-of-bob', unionid: '', user_id: 2 })

describe('linking this WeChat', () => {
  it('linking this WeChat takes three requests from a cold start, and consumes the ticket instead of a code', async () => {
    const made = await launchedWith(refused(404, '', TICKET))
    const linked = made.actions.link(asBob)
    await settle()
    made.network.answer(grantedFlat())
    await settle()
    made.network.answer(associated)
    expect(await linked).toMatchObject({ tag: 'done', value: { openid: 'openid-of-bob' } })
    expect(made.network.paths()).toEqual([
      '/hserve/v2.5/idp/wechat/silent-login/',
      '/hserve/v2.1/login/username/',
      '/hserve/v2.4/idp/wechat/user-associate/',
    ])
    expect(made.network.requests.at(-1)?.body).toEqual({
      link_ticket: 'ticket-1',
      associate_with_unionid: false,
    })
    expect(made.codes.given).toBe(1)
  })

  it('linking this WeChat consumes a new code where there is no ticket, or an expired one', async () => {
    for (const body of [{}, TICKET]) {
      const made = await launchedWith(refused(404, '', body))
      made.clock.advance(600_000)
      void made.actions.link(asBob)
      await settle()
      made.network.answer(grantedFlat())
      await settle()
      expect(made.network.requests.at(-1)?.body).toEqual({
        code: 'code-2',
        associate_with_unionid: false,
      })
    }
  })

  it('linking this WeChat carries the unionid setting with a ticket and with a code', async () => {
    for (const [body, vouched] of [
      [TICKET, { link_ticket: 'ticket-1' }],
      [{}, { code: 'code-2' }],
    ] as const) {
      const made = await launchedWith(refused(404, '', body), { launchCredentials: byUnionid })
      void made.actions.link(asBob)
      await settle()
      made.network.answer(grantedFlat())
      await settle()
      expect(made.network.requests.at(-1)?.body).toEqual({
        ...vouched,
        associate_with_unionid: true,
      })
    }
  })

  // docs/protocol.md 9.19
  it('linking this WeChat makes the session renewable and updates the store and the record', async () => {
    const made = await launchedWith(granted())
    const linked = made.auth.link()
    await settle()
    made.network.answer(answered({ openid: 'another', token: 'token-2', expires_in: 60 }))
    expect(await linked).toMatchObject({ id: alice.id, openid: 'another' })
    expect(made.session()).toMatchObject({ user: { openid: 'another' }, epoch: 1 })
    void made.auth.request({ method: 'GET', path: '/a/', as: 'member' })
    await settle()
    // A backend that rotates the session with the link is followed.
    expect(made.network.tokens().at(-1)).toBe('token-2')
  })

  it('linking this WeChat says conflict when a side is taken, and leaves the member signed in', async () => {
    const made = await launchedWith(refused(404, '', TICKET))
    const linked = made.actions.link(asBob)
    await settle()
    made.network.answer(grantedFlat())
    await settle()
    made.network.answer(refused(400, 'openid already bound'))
    expect(await linked).toEqual({ tag: 'failed', failure: { kind: 'conflict', retry: false } })
    expect(made.session().tag).toBe('member')
    expect(made.auth.view.getState().failure).toEqual({ kind: 'conflict', retry: false })
  })

  it('linking this WeChat goes by openid alone where no WeChat signs in at launch', async () => {
    const made = makeAuth({ launchCredentials: undefined })
    await made.auth.launch()
    expect(made.auth.withUnionID).toBe(false)
  })
})

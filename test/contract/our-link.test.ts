import { startRecordingProxy, type RecordingProxy } from './differential/proxy'
import { openOurPhone } from './differential/clients'
import { openWorld } from './kit/world'

const password = 'correct horse battery'
const asked = { by: 'wechat', createUser: false, withUnionID: false } as const

/** The 404 flow of docs/protocol.md 1.1 by our own client, with what our server adds to it: the link ticket. */
describe('our client links a WeChat user to an account', () => {
  const world = openWorld()
  let proxy: RecordingProxy

  beforeAll(async () => {
    proxy = await startRecordingProxy(world.server)
  })
  afterAll(() => proxy.close())

  const phone = (person: string) => openOurPhone(world, person, { server: proxy.url })
  const register = (username: string) =>
    phone(`${username} on the web`).BaaS.auth.register({ username, password })

  it('our client links in three requests, by the ticket of the 404; the next launch is silent', async () => {
    const account = await register('our-link-alice')
    const { auth } = phone('our-link-alice')
    proxy.take()
    await expect(auth.signIn(asked)).rejects.toMatchObject({ code: 404 })
    expect(auth.view.getState().session).toMatchObject({
      tag: 'unlinked',
      ticket: { value: expect.any(String) },
    })
    const linked = await auth.link({
      by: 'password',
      account: { username: 'our-link-alice' },
      password,
    })

    const requests = proxy.take()
    expect(requests.map(({ path }) => path)).toEqual([
      '/hserve/v2.5/idp/wechat/silent-login/',
      '/hserve/v2.1/login/username/',
      '/hserve/v2.4/idp/wechat/user-associate/',
    ])
    expect(requests.at(-1)?.body).toHaveProperty('link_ticket')
    expect(requests.at(-1)?.body).not.toHaveProperty('code')
    expect(linked.openid).toMatch(/./)

    const next = await phone('our-link-alice').auth.signIn(asked)
    expect(next).toMatchObject({
      id: (account.toJSON() as { id: number }).id,
      openid: linked.openid,
    })
  })

  it('our client goes on with the session it has after a link, whatever the server did to the token', async () => {
    await register('our-link-bob')
    const { auth, BaaS } = phone('our-link-bob')
    await auth.signIn(asked).catch(() => undefined)
    await auth.link({ by: 'password', account: { username: 'our-link-bob' }, password })
    proxy.take()
    await BaaS.auth.getCurrentUser()
    expect(proxy.take().map(({ status }) => status)).toEqual([200])
  })
})

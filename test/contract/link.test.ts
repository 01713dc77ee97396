import { openWorld } from './kit/world'
import type { Phone } from './kit/phone'

const password = 'correct horse battery'

/** Expectations: vendor's "关联微信小程序" and "多平台用户统一登录" (docs/protocol.md 1.1); docs/protocol.md 3.5, 8. */
describe('linking a WeChat user to an account, by the vendor’s SDK', () => {
  const world = openWorld()

  const register = (phone: Phone, username: string) =>
    phone.BaaS.auth.register({ username, password })

  it('linking with the vendor’s SDK follows the documented flow: 404, sign in, link, and the next launch is silent', async () => {
    const account = await register(world.phone('a web browser'), 'link-alice')

    const phone = world.phone('link-alice')
    await expect(
      phone.BaaS.auth.loginWithWechat(null, { createUser: false }),
    ).rejects.toMatchObject({ code: 404 })
    const user = await phone.BaaS.auth.login({ username: 'link-alice', password })
    const { statusCode, data } = await user.linkWechat()

    expect(statusCode).toBe(200)
    expect(data).toMatchObject({
      status: 'ok',
      message: 'User associated.',
      openid: expect.stringMatching(/^\S+$/),
      unionid: expect.any(String),
      user_id: account.id,
    })
    const next = world.phone('link-alice')
    const silent = await next.BaaS.auth.loginWithWechat(null, { createUser: false })
    expect(silent.id).toBe(account.id)
    expect(silent.openid).toBe(data['openid'])
  })

  // docs/protocol.md 9.19
  it('linking goes on with the token it has, which the SDK keeps through a link', async () => {
    const phone = world.phone('link-bob')
    const user = await register(phone, 'link-bob')
    const { data } = await user.linkWechat()
    const now = await phone.BaaS.auth.getCurrentUser()
    expect(now.id).toBe(user.id)
    expect(now.openid).toBe(data['openid'])
  })

  it('linking accepts the same link again', async () => {
    const phone = world.phone('link-carol')
    const user = await register(phone, 'link-carol')
    const first = await user.linkWechat()
    const second = await user.linkWechat()
    expect(second.statusCode).toBe(200)
    expect(second.data['openid']).toBe(first.data['openid'])
  })

  it('linking is refused for a WeChat user that another account has: 400 with the server’s words', async () => {
    await world.phone('link-dave').BaaS.auth.loginWithWechat()
    const phone = world.phone('link-dave')
    const user = await register(phone, 'link-dave')
    await expect(user.linkWechat()).rejects.toMatchObject({
      code: 400,
      message: expect.stringMatching(/^400: \S+/),
    })
    const now = await phone.BaaS.auth.getCurrentUser()
    expect(now.openid ?? null).toBeNull()
  })

  it('linking refuses a second WeChat user for an account that has one', async () => {
    const phone = world.phone('link-erin')
    const user = await register(phone, 'link-erin')
    await user.linkWechat()
    const other = world.phone('link-erins-brother')
    const same = await other.BaaS.auth.login({ username: 'link-erin', password })
    await expect(same.linkWechat()).rejects.toMatchObject({ code: 400 })
  })

  it('linking leaves an anonymous user to the SDK, which refuses by itself with 612', async () => {
    const phone = world.phone('link-frank')
    const user = await phone.BaaS.auth.anonymousLogin()
    const before = phone.wire.length
    await expect(Promise.resolve().then(() => user.linkWechat())).rejects.toMatchObject({
      code: 612,
    })
    expect(phone.wire.length).toBe(before)
  })

  it('linking carries the unionid option as associate_with_unionid', async () => {
    const phone = world.phone('link-grace')
    const user = await register(phone, 'link-grace')
    await user.linkWechat({ withUnionID: true }).catch(() => null)
    expect(phone.wire.at(-1)).toMatchObject({
      path: '/hserve/v2.4/idp/wechat/user-associate/',
      body: { code: expect.any(String), associate_with_unionid: true },
    })
  })
})

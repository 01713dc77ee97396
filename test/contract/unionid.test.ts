import { openWorld } from './kit/world'

/** Expectations: vendor's "unionid 登录" (unionid-login.md); docs/protocol.md 8, the table of withUnionID. */
describe('unionid login, by the vendor’s SDK', () => {
  const world = openWorld()
  const withUnionID = { withUnionID: true }

  it('a unionid login creates a user that has both ids, when neither is known', async () => {
    const user = await world.phone('union-alice').BaaS.auth.loginWithWechat(null, withUnionID)
    expect(user.unionid).toEqual(expect.stringMatching(/^\S{6,}$/))
    expect(user._provider).toMatchObject({
      wechat: { openid: user.openid },
      wechat_unionid: user.unionid,
    })
  })

  it('a unionid login creates no user when asked not to: 404', async () => {
    const { auth } = world.phone('union-bob').BaaS
    await expect(
      auth.loginWithWechat(null, { ...withUnionID, createUser: false }),
    ).rejects.toMatchObject({ code: 404 })
  })

  it('a unionid login binds the unionid to a user known by openid only', async () => {
    const plain = await world.phone('union-carol').BaaS.auth.loginWithWechat()
    expect(plain._provider).not.toHaveProperty('wechat_unionid')
    const bound = await world.phone('union-carol').BaaS.auth.loginWithWechat(null, withUnionID)
    expect(bound.id).toBe(plain.id)
    expect(bound._provider).toMatchObject({ wechat_unionid: bound.unionid })
  })

  it('a unionid login signs the same person in by either id afterwards', async () => {
    const made = await world.phone('union-dave').BaaS.auth.loginWithWechat(null, withUnionID)
    const plain = await world.phone('union-dave').BaaS.auth.loginWithWechat()
    const union = await world.phone('union-dave').BaaS.auth.loginWithWechat(null, withUnionID)
    expect([plain.id, union.id]).toEqual([made.id, made.id])
  })
})

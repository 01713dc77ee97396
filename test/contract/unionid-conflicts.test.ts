import { failureOf } from '../../src/auth/failure'
import { startTwoApps, type TwoApps } from './kit/two-apps'

const password = 'correct horse battery'
const withUnionID = { withUnionID: true }

/** Expectations: vendor's "unionid 登录" (unionid-login.md); docs/protocol.md 8, the rows that take two mini-programs. */
describe('unionid login of people who use two mini-programs, by the vendor’s SDK', () => {
  let apps: TwoApps
  beforeAll(async () => {
    apps = await startTwoApps()
  }, 60_000)
  afterAll(() => apps.stop())

  it('a unionid login adds the openid of this mini-program to the account of the unionid', async () => {
    const there = await apps.elsewhere('two-alice').BaaS.auth.loginWithWechat(null, withUnionID)
    const here = await apps.here('two-alice').BaaS.auth.loginWithWechat(null, withUnionID)
    expect([here.id, here.unionid]).toEqual([there.id, there.unionid])
    expect(here.openid).not.toBe(there.openid)
    const silent = await apps.here('two-alice').BaaS.auth.loginWithWechat()
    expect([silent.id, silent.openid]).toEqual([there.id, here.openid])
  })

  it('a unionid login fails where the account of the openid has another unionid', async () => {
    const phone = apps.here('two-bob')
    const bound = await phone.BaaS.auth.loginWithWechat(null, withUnionID)
    await apps.leaveOpenPlatform(bound.id)
    await expect(
      apps.here('two-bob').BaaS.auth.loginWithWechat(null, withUnionID),
    ).rejects.toMatchObject({ code: 400, message: expect.stringContaining(String(bound.unionid)) })
  })

  it('a unionid login fails where both ids belong to two accounts, and names both for the developer to merge', async () => {
    const there = await apps.elsewhere('two-carol').BaaS.auth.loginWithWechat(null, withUnionID)
    const here = await apps.here('two-carol').BaaS.auth.loginWithWechat()
    expect(here.id).not.toBe(there.id)
    const phone = apps.here('two-carol')
    const failure = await phone.BaaS.auth
      .loginWithWechat(null, withUnionID)
      .catch((error: unknown) => error)
    expect(failure).toMatchObject({ code: 400 })
    expect(String(failure)).toContain(String(there.unionid))
    expect(String(failure)).toContain(String(here.openid))
    expect(phone.storage.get('ifx_baas_auth_token')).toBeUndefined()
  })

  it('a conflict of unionids is distinguished from every other refusal by our client', async () => {
    const kindOf = (attempt: Promise<unknown>) =>
      attempt.then(
        () => 'none',
        (error: unknown) => failureOf(error, { 400: 'conflict' }).kind,
      )
    await apps.elsewhere('two-frank').BaaS.auth.loginWithWechat(null, withUnionID)
    const { auth } = apps.oursHere('two-frank').BaaS
    await auth.register({ username: 'two-frank', password })
    expect(await kindOf(auth.linkWechat(withUnionID))).toBe('unionConflict')
    await apps.here('two-frank').BaaS.auth.loginWithWechat()
    expect(await kindOf(auth.linkWechat())).toBe('conflict')
    expect(await kindOf(auth.loginWithWechat(null, withUnionID))).toBe('unionConflict')
  })

  it('a link with unionid fails alike, and links where there is no conflict', async () => {
    await apps.elsewhere('two-dave').BaaS.auth.loginWithWechat(null, withUnionID)
    const taken = await apps.here('two-dave').BaaS.auth.register({ username: 'two-dave', password })
    await expect(taken.linkWechat(withUnionID)).rejects.toMatchObject({ code: 400 })

    const free = await apps.here('two-erin').BaaS.auth.register({ username: 'two-erin', password })
    const { data } = await free.linkWechat(withUnionID)
    const there = await apps.elsewhere('two-erin').BaaS.auth.loginWithWechat(null, withUnionID)
    expect([there.id, there.unionid]).toEqual([free.id, data['unionid']])
  })
})

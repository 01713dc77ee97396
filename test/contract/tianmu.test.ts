import { createTianmu } from '../../src/compat/tianmu/tianmu'
import { openOurPhone } from './differential/clients'
import { openWorld } from './kit/world'

const APPID = 'touristappid'

/** Expectations: the field tables of docs/protocol.md 1.3. */
describe('wx.tmSDK over our server', () => {
  const world = openWorld()

  const tianmuOn = (person: string) => {
    const { auth } = openOurPhone(world, person, { server: world.server })
    return createTianmu({
      auth,
      appId: APPID,
      isDue: () => true,
      noteAnswer: () => undefined,
      askProfile: async () => {
        const code = await auth.wechat.loginCode()
        return { profile: await world.wechat.profile(person), code }
      },
      byFunction: undefined,
      scene: '1001',
      vendor: undefined,
    })
  }

  it('wx.tmSDK over our server knows how often and when someone signed in, and that they are new', async () => {
    const before = Math.floor(Date.now() / 1000)
    const first = await tianmuOn('tianmu-alice').login()
    expect(first).toMatchObject({ app_id: APPID, login_times: 1, is_new: true, login_city: '' })
    expect(first.open_id).not.toBe('')
    expect(first.last_login_time).toBeGreaterThanOrEqual(before)

    const again = await tianmuOn('tianmu-alice').login()
    expect(again).toMatchObject({ open_id: first.open_id, login_times: 2, is_new: false })
  })

  it('wx.tmSDK over our server takes over what the popup returns, and what a button returns without raw text', async () => {
    const popup = await tianmuOn('tianmu-bob').updateUserProfile({ desc: '用于完善资料' })
    expect(popup).toMatchObject({ nick_name: 'tianmu-bob', login_times: 1 })

    const tianmu = tianmuOn('tianmu-carol')
    await tianmu.login()
    const { encryptedData, iv, signature } = await world.wechat.profile('tianmu-carol')
    const button = await tianmu.updateUserInfo({ encryptedData, iv, signature })
    expect(button).toMatchObject({ nick_name: 'tianmu-carol', login_times: 1 })
    expect((await tianmu.login()).nick_name).toBe('tianmu-carol')
  })
})

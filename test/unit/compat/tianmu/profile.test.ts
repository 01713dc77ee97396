import { isPopupDue } from '../../../../src/features/profile/last-answer'
import { wechatError } from '../../../../src/baas/wechat-errors'
import { alice, answered, refused, settle } from '../../../kit/fake-backend'
import { sealed, tianmuOf } from '../../../kit/make-tianmu'

const DAY_MS = 86_400_000
const NEVER = 'never'
const ONCE = 'first'
const desc = '用于完善资料'
const SILENT_LOGIN = '/hserve/v2.5/idp/wechat/silent-login/'
const LOGINS = '/ext/v1/account/logins/'

describe('the profile popup of wx.tmSDK over our session', () => {
  // docs/wechat.md 1.2
  it('the profile popup of wx.tmSDK asks in the same tick as the tap, then updates the backend', async () => {
    const { tianmu, asked, network } = await tianmuOf(ONCE)
    const updated = tianmu.updateUserProfile({ desc })
    expect(asked).toEqual([desc])
    await settle()
    expect(network.requests.at(-1)?.body).toMatchObject({
      encryptedData: 'E',
      code: 'early',
      update_userprofile: 'overwrite',
    })
    network.answer(answered({ ...alice, nickname: 'Al' }))
    await settle()
    network.answer(answered({ login_times: 2 }))
    expect(await updated).toMatchObject({ nick_name: 'Al', open_id: alice.openid })
  })

  it.each([
    ['never', NEVER, 0, 0],
    ['first: once', ONCE, 400 * DAY_MS, 1],
    ['every 7 days: not on the sixth', { everyDays: 7 }, 6 * DAY_MS, 1],
    ['every 7 days: on the seventh', { everyDays: 7 }, 7 * DAY_MS, 2],
  ] as const)(
    'the profile popup of wx.tmSDK is shown as the policy has it: %s',
    async (_, policy, laterMs, times) => {
      const { tianmu, asked, clock, network } = await tianmuOf(policy)
      const late = () => undefined
      tianmu.updateUserProfile({ desc }).catch(late)
      await settle()
      network.answer(answered(alice))
      await settle()
      clock.advance(laterMs)
      tianmu.updateUserProfile({ desc }).catch(late)
      await settle()
      expect(asked).toHaveLength(times)
    },
  )

  it('the profile popup of wx.tmSDK lets the cloud function write where the app leaves that to it', async () => {
    const written: unknown[] = []
    const { tianmu, network } = await tianmuOf(ONCE, {
      byFunction: async (_send, userId, data, options) => {
        written.push([userId, data.encryptedData, options])
        return alice
      },
    })
    const updates = [() => tianmu.updateUserProfile({ desc }), () => tianmu.updateUserInfo(sealed)]
    for (const update of updates) {
      const updated = update()
      await settle()
      network.answer(answered({}))
      expect(await updated).toMatchObject({ nick_name: 'Alice' })
    }
    expect(written).toEqual([
      [alice.id, 'E', { code: 'early', syncUserProfile: 'overwrite' }],
      [alice.id, 'E', { code: '', syncUserProfile: 'overwrite' }],
    ])
  })

  it('the profile popup of wx.tmSDK asks with refresh: true whatever the policy says', async () => {
    const { tianmu, asked } = await tianmuOf(NEVER)
    void tianmu.updateUserProfile({ refresh: true, desc })
    expect(asked).toHaveLength(1)
    await settle()
  })

  it('the profile popup of wx.tmSDK rejects with 603 when the person says no, and is not shown again', async () => {
    const no = wechatError({ errMsg: 'getUserProfile:fail auth deny' })
    const { tianmu, network } = await tianmuOf(ONCE, { askProfile: () => Promise.reject(no) })
    await expect(tianmu.updateUserProfile({ desc })).rejects.toMatchObject({ code: 603 })
    const again = tianmu.updateUserProfile({ desc })
    await settle()
    network.answer(answered({}))
    expect(await again).toMatchObject({ nick_name: 'Alice' })
    expect(network.paths()).toEqual([SILENT_LOGIN, LOGINS])
  })

  it('the profile popup of wx.tmSDK asks again where the popup could not be shown, or what it returned was not saved', async () => {
    const lost = wechatError({
      errMsg: 'getUserProfile:fail can only be invoked by user TAP gesture.',
    })
    const unshown = await tianmuOf(ONCE, { askProfile: () => Promise.reject(lost) })
    await expect(unshown.tianmu.updateUserProfile()).rejects.not.toMatchObject({ code: 603 })
    expect(isPopupDue(unshown.storage, ONCE, unshown.clock.now())).toBe(true)

    const { tianmu, network, asked } = await tianmuOf(ONCE)
    const unsaved = tianmu.updateUserProfile()
    await settle()
    network.answer(refused(500))
    await expect(unsaved).rejects.toMatchObject({ code: 500 })
    void tianmu.updateUserProfile(null as never).catch(() => undefined)
    await settle()
    expect(asked).toEqual(['更新用户信息', '更新用户信息'])
  })

  it('the profile popup of wx.tmSDK says unsupported where WeChat has no popup', async () => {
    const { tianmu } = await tianmuOf(ONCE, { askProfile: undefined })
    await expect(tianmu.updateUserProfile({ desc })).rejects.toMatchObject({ code: 611 })
  })

  it('the profile popup of wx.tmSDK takes what a getUserInfo button returns, without a login that would change its key', async () => {
    const { tianmu, network, codes, auth } = await tianmuOf(NEVER)
    const updated = tianmu.updateUserInfo(sealed)
    await settle()
    expect(network.requests.at(-1)?.body).toEqual({
      ...sealed,
      code: '',
      update_userprofile: 'overwrite',
    })
    network.answer(answered({ ...alice, nickname: 'Al' }))
    await settle()
    network.answer(answered({ login_times: 1 }))
    expect(await updated).toMatchObject({ nick_name: 'Al', login_times: 1 })
    expect(auth.current()?.user.nickname).toBe('Al')
    expect(codes.given).toBe(1)
  })

  it("the profile popup of wx.tmSDK leaves everything to the vendor's script when the project brings it", async () => {
    const vendor = { login: jest.fn(), updateUserProfile: jest.fn(), updateUserInfo: jest.fn() }
    const { tianmu, asked } = await tianmuOf(ONCE, { vendor })
    void tianmu.updateUserProfile({ refresh: true, desc })
    expect(vendor.updateUserProfile).toHaveBeenCalledWith({ refresh: true, desc })
    expect(asked).toEqual([])
  })
})

import { isPopupDue } from '../../../../src/features/profile/last-answer'
import { wechatError } from '../../../../src/baas/wechat-errors'
import { alice, answered, granted, refused, settle } from '../../../kit/fake-backend'
import { launchedWith, makeAuth } from '../../../kit/make-auth'
import { sealed, tianmuOf } from '../../../kit/make-tianmu'

const DAY_MS = 86_400_000
const NEVER = -1
const ONCE = 0
/** Every field of the documents' sample answer, in its order. */
const FIELDS =
  'pid app_id open_id union_id nick_name avatar_url gender city province country language gold diamond share_new share_times online_days online_duration last_login_time login_times from_scene from_code is_new ofp jwt login_province login_city login_district'.split(
    ' ',
  )

const desc = '用于完善资料'
const SILENT_LOGIN = '/hserve/v2.5/idp/wechat/silent-login/'
const LOGINS = '/ext/v1/account/logins/'

describe('wx.tmSDK over our session', () => {
  it('answers with every documented field, deprecated ones empty', async () => {
    const { tianmu, network } = await tianmuOf(NEVER)
    const login = tianmu.login()
    await settle()
    network.answer(refused(404))
    const profile = await login
    expect(Object.keys(profile)).toEqual(FIELDS)
    expect(profile).toMatchObject({
      app_id: 'wx-app',
      open_id: alice.openid,
      nick_name: 'Alice',
      avatar_url: alice.avatar,
      pid: '',
      gold: 0,
      diamond: 0,
      jwt: '',
      is_new: false,
    })
    expect(network.paths()).toEqual([SILENT_LOGIN, LOGINS])
  })

  it('takes counts and places from the backend where it keeps them', async () => {
    const { tianmu, network } = await tianmuOf(NEVER)
    const login = tianmu.login()
    await settle()
    const kept = {
      login_times: 3,
      last_login_time: 1_551_690_740,
      is_new: true,
      login_province: '广东省',
      login_city: '广州市',
      login_district: '海珠区',
    }
    network.answer(answered(kept))
    expect(await login).toMatchObject(kept)
  })

  it('does not wait long for counts and places, nor fail for want of them', async () => {
    const { tianmu, network, clock } = await tianmuOf(NEVER)
    const silent = tianmu.login()
    await settle()
    clock.advance(2_000)
    expect(await silent).toMatchObject({ nick_name: 'Alice', login_times: 0 })

    const offline = tianmu.login()
    await settle()
    network.waiting.at(-1)?.fail(new Error('no network'))
    expect(await offline).toMatchObject({ nick_name: 'Alice', login_city: '' })
  })

  it('takes them from columns of the user where a project keeps them itself', async () => {
    const made = await launchedWith(
      granted({
        ...alice,
        gender: 1,
        login_times: 3,
        last_login_time: 1_551_690_740,
        is_new: true,
        login_city: '广州市',
      }),
    )
    const { tianmu } = await tianmuOf(NEVER, { auth: made.auth })
    const login = tianmu.login()
    await settle()
    made.network.answer(refused(404))
    expect(await login).toMatchObject({
      gender: 1,
      login_times: 3,
      last_login_time: 1_551_690_740,
      is_new: true,
      login_city: '广州市',
    })
  })

  // docs/wechat.md 1.2
  it('asks in the same tick as the tap, then tells the backend', async () => {
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
    ['every 7 days: not on the sixth', 7, 6 * DAY_MS, 1],
    ['every 7 days: on the seventh', 7, 7 * DAY_MS, 2],
  ])('shows the popup as the policy has it: %s', async (_, offerDays, laterMs, times) => {
    const { tianmu, asked, clock, network } = await tianmuOf(offerDays)
    const late = () => undefined
    tianmu.updateUserProfile({ desc }).catch(late)
    await settle()
    network.answer(answered(alice))
    await settle()
    clock.advance(laterMs)
    tianmu.updateUserProfile({ desc }).catch(late)
    await settle()
    expect(asked).toHaveLength(times)
  })

  it('refresh: true asks whatever the policy says', async () => {
    const { tianmu, asked } = await tianmuOf(NEVER)
    void tianmu.updateUserProfile({ refresh: true, desc })
    expect(asked).toHaveLength(1)
    await settle()
  })

  it('rejects with 603 when the person says no, and does not nag', async () => {
    const no = wechatError({ errMsg: 'getUserProfile:fail auth deny' })
    const { tianmu, network } = await tianmuOf(ONCE, { askProfile: () => Promise.reject(no) })
    await expect(tianmu.updateUserProfile({ desc })).rejects.toMatchObject({ code: 603 })
    const again = tianmu.updateUserProfile({ desc })
    await settle()
    network.answer(answered({}))
    expect(await again).toMatchObject({ nick_name: 'Alice' })
    expect(network.paths()).toEqual([SILENT_LOGIN, LOGINS])
  })

  it('asks again where the popup could not be shown, or what it returned was not saved', async () => {
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
    void tianmu.updateUserProfile().catch(() => undefined)
    await settle()
    expect(asked).toEqual(['更新用户信息', '更新用户信息'])
  })

  it('names the scene of the launch', async () => {
    const { tianmu, network } = await tianmuOf(NEVER)
    const login = tianmu.login()
    await settle()
    network.answer(answered({}))
    expect(await login).toMatchObject({ from_scene: '1001' })
  })

  it('says unsupported where WeChat has no popup', async () => {
    const { tianmu } = await tianmuOf(ONCE, { askProfile: undefined })
    await expect(tianmu.updateUserProfile({ desc })).rejects.toMatchObject({ code: 611 })
  })

  it('takes what a getUserInfo button gives, without a login that would change its key', async () => {
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

  it('signs a stranger in first: it replaces wx.login in the documents', async () => {
    const launchCredentials = { by: 'wechat', createUser: false, withUnionID: true } as const
    const made = makeAuth({ launchCredentials })
    void made.auth.launch()
    await settle()
    made.network.answer(refused(404))
    const { tianmu } = await tianmuOf(NEVER, { auth: made.auth })
    const login = tianmu.login()
    await settle()
    expect(made.network.requests.at(-1)?.body).toMatchObject({
      create_user: true,
      login_with_unionid: true,
    })
    made.network.answer(granted())
    await settle()
    made.network.answer(answered({}))
    expect(await login).toMatchObject({ open_id: alice.openid })
  })

  it("leaves everything to the vendor's script when the project brings it", async () => {
    const vendor = { login: jest.fn(), updateUserProfile: jest.fn(), updateUserInfo: jest.fn() }
    const { tianmu, asked } = await tianmuOf(ONCE, { vendor })
    void tianmu.updateUserProfile({ refresh: true, desc })
    expect(vendor.updateUserProfile).toHaveBeenCalledWith({ refresh: true, desc })
    expect(asked).toEqual([])
  })
})

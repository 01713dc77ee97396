import { alice, answered, granted, refused, settle } from '../../../kit/fake-backend'
import { launchedWith, makeAuth } from '../../../kit/make-auth'
import { tianmuOf } from '../../../kit/make-tianmu'

const NEVER = 'never'
/** Every field of the documents' sample answer, in its order. */
const FIELDS =
  'pid app_id open_id union_id nick_name avatar_url gender city province country language gold diamond share_new share_times online_days online_duration last_login_time login_times from_scene from_code is_new ofp jwt login_province login_city login_district'.split(
    ' ',
  )
const SILENT_LOGIN = '/hserve/v2.5/idp/wechat/silent-login/'
const LOGINS = '/ext/v1/account/logins/'

describe('the login of wx.tmSDK over our session', () => {
  it('the login of wx.tmSDK answers with every documented field, deprecated ones empty', async () => {
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

  it('the login of wx.tmSDK takes counts and places from the backend where it keeps them', async () => {
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

  it('the login of wx.tmSDK reports a launch from storage as a visit, once', async () => {
    const { tianmu, network } = await tianmuOf(NEVER)
    for (const times of [2, 2]) {
      const login = tianmu.login()
      await settle()
      network.answer(answered({ login_times: times }))
      await login
    }
    const reports = network.requests.filter(({ url }) => url.endsWith(LOGINS))
    expect(reports.map(({ method }) => method)).toEqual(['POST', 'GET'])
  })

  it('the login of wx.tmSDK reports no visit where this launch signed in, which is counted', async () => {
    const { auth, network } = makeAuth()
    const { tianmu } = await tianmuOf(NEVER, { auth })
    void auth.launch()
    await settle()
    network.answer(granted())
    await auth.ready()
    const login = tianmu.login()
    await settle()
    network.answer(answered({}))
    await login
    expect(network.requests.at(-1)?.method).toBe('GET')
  })

  it('the login of wx.tmSDK does not wait long for counts and places, nor fail for want of them', async () => {
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

  it('the login of wx.tmSDK takes counts and places from columns of the user where a project keeps them itself', async () => {
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

  it('the login of wx.tmSDK names the scene of the launch', async () => {
    const { tianmu, network } = await tianmuOf(NEVER)
    const login = tianmu.login()
    await settle()
    network.answer(answered({}))
    expect(await login).toMatchObject({ from_scene: '1001' })
  })

  it('the login of wx.tmSDK signs a stranger in first: it replaces wx.login in the documents', async () => {
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
})

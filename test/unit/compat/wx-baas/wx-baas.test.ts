import type { WxBaas } from '../../../../src/compat/wx-baas/wx-baas'
import { alice, answered, granted, refused, settle } from '../../../kit/fake-backend'
import { launchedWith, makeAuth } from '../../../kit/make-auth'
import { last } from '../../../kit/wx-auth'

describe('wx.BaaS: utilities', () => {
  it('wx.BaaS invokes a cloud function and returns its reply', async () => {
    const made = await launchedWith(granted())
    const reply = made.baas.invoke('update_wechat_user_info', { a: 1 })
    await settle()
    expect(last(made)).toEqual([
      'POST /hserve/v1/cloud-function/job/',
      { function_name: 'update_wechat_user_info', sync: true, data: { a: 1 } },
    ])
    made.network.answer(answered({ code: 0, data: 'done', error: {} }))
    expect(await reply).toEqual({ code: 0, data: 'done', error: {} })
  })

  it.each([
    [
      'sendSmsCode',
      (made: ReturnType<typeof makeAuth>) =>
        made.baas.sendSmsCode({ phone: '138', signatureID: 3 }),
      ['POST /hserve/v2.2/sms-verification-code/', { phone: '138', signature_id: 3 }],
    ],
    [
      'wxCensorText',
      (made: ReturnType<typeof makeAuth>) => made.baas.wxCensorText('hi'),
      ['POST /hserve/v1.7/censor-msg/', { content: 'hi' }],
    ],
    [
      'getServerDate',
      (made: ReturnType<typeof makeAuth>) => made.baas.getServerDate(),
      ['GET /hserve/v2.2/server/time/', undefined],
    ],
    [
      'requestPasswordReset',
      (made: ReturnType<typeof makeAuth>) =>
        made.baas.auth.requestPasswordReset({ email: 'a@b.c' }),
      ['POST /hserve/v2.0/user/password/reset/', { email: 'a@b.c' }],
    ],
  ])('the function %s of wx.BaaS answers in the documented shape', async (_, act, expected) => {
    const made = await launchedWith(granted())
    const answer = act(made)
    await settle()
    expect(last(made)).toEqual(expected)
    made.network.answer(answered({ status: 'ok' }))
    expect(await answer).toEqual({ statusCode: 200, data: { status: 'ok' } })
  })

  it.each([
    ['3.8.12', 'v2.7', { encryptedData: 'E', iv: 'I', phone_code: 'pc' }],
    ['2.21.1', 'v1', { encryptedData: 'E', iv: 'I' }],
  ])('wx.BaaS decrypts on base library %s', async (libVersion, version, body) => {
    const wechat = { loginCode: async () => 'c', libVersion: () => libVersion }
    const made = await launchedWith(granted(), { wechat })
    const opened = made.baas.wxDecryptData('E', 'I', 'phone-number', 'pc')
    await settle()
    expect(last(made)).toEqual([`POST /hserve/${version}/wechat/decrypt/phone-number/`, body])
    made.network.answer(answered({ purePhoneNumber: '138' }))
    expect(await opened).toEqual({ purePhoneNumber: '138' })
  })

  const incomplete: Array<[string, Parameters<WxBaas['wxDecryptData']>]> = [
    ['nothing to open', ['', 'I', 'open-gid']],
    ['no iv', ['E', '', 'open-gid']],
    ['no phone code', ['E', 'I', 'phone-number']],
  ]
  it.each(incomplete)(
    // docs/protocol.md 9.14
    'wx.BaaS refuses to decrypt with %s before any request: 605',
    async (_, args) => {
      const made = await launchedWith(granted())
      await expect(made.baas.wxDecryptData(...args)).rejects.toMatchObject({ code: 605 })
      expect(made.network.requests).toHaveLength(1)
    },
  )

  it.each(['', null, 7])(
    // docs/protocol.md 9.14
    'wx.BaaS refuses to have %j judged and to invoke a function without a name before any request: 605',
    async (text) => {
      const made = await launchedWith(granted())
      const judged = made.baas.wxCensorText(text as string)
      await expect(judged).rejects.toMatchObject({ code: 605 })
      await expect(made.baas.invoke('')).rejects.toMatchObject({ code: 605 })
      expect(made.network.requests).toHaveLength(1)
    },
  )
})

// docs/protocol.md 9.24
it('the SDK shape sends no request that was not asked for, and none about its own version', async () => {
  const { auth, network, clock } = makeAuth({ launchCredentials: undefined })
  await auth.launch()
  clock.advance(86_400_000)
  await settle()
  expect(network.requests).toEqual([])
})

describe('wx.BaaS: deprecated shapes', () => {
  it('login(false) signs in silently and answers as in 1.x', async () => {
    const made = makeAuth({ launchCredentials: undefined })
    const login = made.baas.login(false)
    await settle()
    made.network.answer(granted())
    const old = { id: alice.id, openid: alice.openid, unionid: '', session_expires_at: 2_592_970 }
    expect(await login).toEqual(old)
    expect(await made.baas.login(false)).toEqual(old)
    expect(made.network.requests).toHaveLength(1)
  })

  it('login(false) answers with the unionid where there is one', async () => {
    const made = await launchedWith(granted({ ...alice, unionid: 'unionid-of-alice' }))
    expect(await made.baas.login(false)).toMatchObject({ unionid: 'unionid-of-alice' })
  })

  it('login() and login(true) are gone: 605', async () => {
    const { baas } = makeAuth()
    await expect(baas.login(true as never)).rejects.toMatchObject({ code: 605 })
  })

  it('handleUserInfo() opens no account by default, and answers as in 1.x', async () => {
    const made = makeAuth()
    const event = { detail: { code: 'pc', encryptedData: 'E', iv: 'I' }, code: 'early' }
    const handled = made.baas.handleUserInfo(event)
    await settle()
    expect(last(made)[1]).toMatchObject({ create_user: false, code: 'early' })
    made.network.answer(granted())
    expect(await handled).toEqual({
      ...alice,
      nickName: 'Alice',
      avatarUrl: alice.avatar,
      unionid: '',
      session_expires_at: 2_592_970,
    })
  })

  it('loginWithWechat(userInfoEvent, {syncUserProfile}) takes the event for a phone event', async () => {
    const made = makeAuth()
    const options = { code: 'early', syncUserProfile: 'overwrite' } as const
    const event = { detail: { encryptedData: 'E', iv: 'I' } }
    await expect(made.baas.auth.loginWithWechat(event, options)).rejects.toMatchObject({
      code: 605,
    })
  })

  it('linkWechat(detail) of the getUserInfo button links by a code, as if it had been given nothing', async () => {
    const made = await launchedWith(granted({ ...alice, openid: null }))
    void made.baas.auth.linkWechat({ encryptedData: 'E', iv: 'I' })
    await settle()
    expect(last(made)).toEqual([
      'POST /hserve/v2.4/idp/wechat/user-associate/',
      { code: 'code-2', associate_with_unionid: false },
    ])
  })

  it('wx.BaaS.logout() is auth.logout()', async () => {
    const made = await launchedWith(granted())
    const out = made.baas.logout()
    await settle()
    made.network.answer(refused(500))
    await out
    expect(made.session()).toEqual({ tag: 'guest', reason: 'signedOut' })
  })
})

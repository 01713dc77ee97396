import { createAbort } from '../../../../src/compat/wx-baas/abort'
import { alice, bob, granted, grantedFlat, refused, settle } from '../../../kit/fake-backend'
import { launchedWith, makeAuth } from '../../../kit/make-auth'
import { last, oldPhone, phoneEvent } from '../../../kit/wx-auth'

describe('wx.BaaS.auth: signing in', () => {
  // docs/protocol.md 9.21
  it('wx.BaaS.auth takes one request for a login and builds the user from its reply', async () => {
    const made = makeAuth()
    const login = made.baas.auth.login({ username: 'bob', password: 'p' })
    await settle()
    made.network.answer(grantedFlat())
    const user = await login
    expect(made.network.requests).toHaveLength(1)
    expect(user.toJSON()).toEqual(bob)
    expect(user).toMatchObject({ id: bob.id, user_id: bob.id, nickname: 'Bob' })
    expect(user.session_expires_at).toBe(1_000 + 2_592_000 - 30)
  })

  it.each([
    [{ username: 'u', password: 'p' }, 'username', { username: 'u', password: 'p' }],
    [{ email: 'a@b.c', password: 'p' }, 'email', { email: 'a@b.c', password: 'p' }],
    [{ phone: '138', password: 'p' }, 'phone', { phone: '138', password: 'p' }],
    // A form hands over all its fields: the empty ones are none, and the phone goes first.
    [
      { phone: '', email: '', username: 'u', password: 'p' },
      'username',
      { username: 'u', password: 'p' },
    ],
    [
      { phone: '138', email: 'a@b.c', username: 'u', password: 'p' },
      'phone',
      { phone: '138', password: 'p' },
    ],
  ])('wx.BaaS.auth logs in and registers by %j', async (credentials, kind, body) => {
    const made = makeAuth()
    void made.baas.auth.login(credentials)
    await settle()
    expect(last(made)).toEqual([`POST /hserve/v2.1/login/${kind}/`, body])
    void made.baas.auth.register(credentials)
    await settle()
    expect(last(made)).toEqual([`POST /hserve/v2.1/register/${kind}/`, body])
  })

  // docs/protocol.md 9.6
  it('a cached session does not answer for other arguments', async () => {
    const made = await launchedWith(granted())
    const login = made.baas.auth.loginWithWechat(null, { createUser: false, withUnionID: true })
    await settle()
    expect(last(made)).toEqual([
      'POST /hserve/v2.5/idp/wechat/silent-login/',
      { create_user: false, code: 'code-2', login_with_unionid: true },
    ])
    made.network.answer(refused(404))
    await expect(login).rejects.toMatchObject({ code: 404 })
    expect(made.session().tag).toBe('member')
  })

  it('wx.BaaS.auth signs in by phone button, with the code of an earlier wx.login', async () => {
    const made = makeAuth()
    const login = made.baas.auth.loginWithWechat(phoneEvent, { code: 'early', createUser: false })
    await settle()
    expect(last(made)).toEqual([
      'POST /hserve/v2.7/idp/wechat/phone-login/',
      { encryptedData: 'E', iv: 'I', create_user: false, code: 'early', phone_code: 'phone-code' },
    ])
    made.network.answer(granted())
    expect((await login).id).toBe(alice.id)
  })

  it('wx.BaaS.auth uses the older protocol below base library 2.21.2', async () => {
    const made = makeAuth(oldPhone('2.21.1'))
    const { encryptedData, iv } = phoneEvent.detail
    void made.baas.auth.loginWithWechat({ detail: { encryptedData, iv } }, { code: 'early' })
    await settle()
    expect(last(made)).toEqual([
      'POST /hserve/v2.5/idp/wechat/phone-login/',
      { encryptedData: 'E', iv: 'I', create_user: true, code: 'early' },
    ])
  })

  // docs/protocol.md 9.34
  it('a phone login without a wx.login code is refused before any request', async () => {
    const made = makeAuth()
    await expect(made.baas.auth.loginWithWechat(phoneEvent)).rejects.toMatchObject({ code: 605 })
    expect(made.network.requests).toHaveLength(0)
  })

  it('wx.BaaS.auth signs in by SMS code and anonymously', async () => {
    const made = makeAuth()
    void made.baas.auth.loginWithSmsVerificationCode('138', '123456', { createUser: false })
    await settle()
    expect(last(made)).toEqual([
      'POST /hserve/v2.1/login/sms/',
      { phone: '138', code: '123456', create_user: false },
    ])
    void made.baas.auth.anonymousLogin()
    await settle()
    expect(last(made)).toEqual(['POST /hserve/v2.0/login/anonymous/', {}])
  })

  // docs/protocol.md 9.17
  it('a refusal of wx.BaaS.auth reports who refused, and never the user before', async () => {
    const event = { detail: { errMsg: 'getPhoneNumber:fail:user deny' } }
    const made = await launchedWith(granted())
    await expect(made.baas.auth.updatePhoneNumber(event)).rejects.toMatchObject({
      code: 603,
      id: alice.id,
      openid: alice.openid,
      unionid: '',
      session_expires_at: 1_000 + 2_592_000 - 30,
    })
    void made.auth.signOut()
    await expect(made.baas.auth.updatePhoneNumber(event)).rejects.toMatchObject({
      code: 603,
      id: undefined,
      openid: '',
    })
  })

  it.each([
    [
      'File.upload',
      (made: ReturnType<typeof makeAuth>) => new made.baas.File().upload(undefined as never),
    ],
    ['login', (made: ReturnType<typeof makeAuth>) => made.baas.auth.login(undefined as never)],
    [
      'loginWithSmsVerificationCode',
      (made) => made.baas.auth.loginWithSmsVerificationCode('138', '1234', null as never),
    ],
    ['updatePhoneNumber', (made) => made.baas.auth.updatePhoneNumber(null as never)],
    ['updateUserInfo', (made) => made.baas.auth.updateUserInfo(null as never)],
    ['linkWechat', (made) => made.baas.auth.linkWechat()],
    ['handleUserInfo', (made) => made.baas.handleUserInfo(null as never)],
    ['invoke', (made) => made.baas.invoke('')],
    ['wxCensorText', (made) => made.baas.wxCensorText('')],
    ['wxDecryptData', (made) => made.baas.wxDecryptData(null as never, '', 'open-gid')],
  ] satisfies ReadonlyArray<[string, (made: ReturnType<typeof makeAuth>) => Promise<unknown>]>)(
    // docs/protocol.md 9.14
    'the function %s of wx.BaaS.auth rejects and never throws',
    async (_, act) => {
      const made = makeAuth()
      void made.auth.launch()
      await settle()
      made.network.answer(refused(404))
      await expect(act(made)).rejects.toBeInstanceOf(Error)
    },
  )
})

// docs/protocol.md 9.12
it('an abort of our own needs no AbortController', () => {
  const { signal, abort } = createAbort()
  let heard = 0
  signal.addEventListener('abort', () => (heard += 1))
  abort()
  abort()
  expect([signal.aborted, heard]).toEqual([true, 1])
})

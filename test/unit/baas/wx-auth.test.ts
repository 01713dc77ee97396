import { createAbort } from '../../../src/baas/abort'
import { BaasError } from '../../../src/baas/errors'
import { alice, answered, bob, granted, grantedFlat, refused, settle } from '../../kit/fake-backend'
import { launchedWith, makeAuth } from '../../kit/make-auth'

const phoneEvent = { detail: { code: 'phone-code', encryptedData: 'E', iv: 'I', errMsg: 'ok' } }
const profile = {
  userInfo: { nickName: 'Al', avatarUrl: 'https://a/b.png', gender: 1 },
  rawData: '{"nickName":"Al"}',
  encryptedData: 'ENC',
  signature: 'sig',
  iv: 'IV',
}
const oldPhone = (libVersion: string) => ({
  wechat: { loginCode: async () => 'a-code', libVersion: () => libVersion },
})

const last = ({ network }: ReturnType<typeof makeAuth>) => {
  const { method, url, body } = network.requests.at(-1) ?? {}
  return [`${method} ${url?.replace('https://baas.invalid', '')}`, body]
}

describe('wx.BaaS.auth: signing in', () => {
  it('W21: login takes one request and builds the user from its reply', async () => {
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
  ])('logs in and registers by %j', async (credentials, kind, body) => {
    const made = makeAuth()
    void made.baas.auth.login(credentials)
    await settle()
    expect(last(made)).toEqual([`POST /hserve/v2.1/login/${kind}/`, body])
    void made.baas.auth.register(credentials)
    await settle()
    expect(last(made)).toEqual([`POST /hserve/v2.1/register/${kind}/`, body])
  })

  it('W6: a cached session does not answer for other arguments', async () => {
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

  it('signs in by phone button, with the code of an earlier wx.login', async () => {
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

  it('speaks the older protocol below base library 2.21.2', async () => {
    const made = makeAuth(oldPhone('2.21.1'))
    const { encryptedData, iv } = phoneEvent.detail
    void made.baas.auth.loginWithWechat({ detail: { encryptedData, iv } }, { code: 'early' })
    await settle()
    expect(last(made)).toEqual([
      'POST /hserve/v2.5/idp/wechat/phone-login/',
      { encryptedData: 'E', iv: 'I', create_user: true, code: 'early' },
    ])
  })

  it('W34: a phone login without a wx.login code is refused before any request', async () => {
    const made = makeAuth()
    await expect(made.baas.auth.loginWithWechat(phoneEvent)).rejects.toMatchObject({ code: 605 })
    expect(made.network.requests).toHaveLength(0)
  })

  it('signs in by SMS code and anonymously', async () => {
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

  it('W17: a refusal tells who refused, and never the user before', async () => {
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
    ['updatePhoneNumber', (made) => made.baas.auth.updatePhoneNumber(null as never)],
    ['updateUserInfo', (made) => made.baas.auth.updateUserInfo(null as never)],
    ['linkWechat', (made) => made.baas.auth.linkWechat()],
    ['handleUserInfo', (made) => made.baas.handleUserInfo(null as never)],
    ['invoke', (made) => made.baas.invoke('')],
    ['wxCensorText', (made) => made.baas.wxCensorText('')],
    ['wxDecryptData', (made) => made.baas.wxDecryptData(null as never, '', 'open-gid')],
  ] satisfies ReadonlyArray<[string, (made: ReturnType<typeof makeAuth>) => Promise<unknown>]>)(
    'W14: %s rejects and never throws',
    async (_, act) => {
      const made = makeAuth()
      void made.auth.launch()
      await settle()
      made.network.answer(refused(404))
      await expect(act(made)).rejects.toBeInstanceOf(Error)
    },
  )
})

describe('wx.BaaS.auth: the user', () => {
  it('hands the WeChat profile over, signed', async () => {
    const made = await launchedWith(granted())
    const update = made.baas.auth.updateUserInfo(profile, {
      code: 'c',
      syncUserProfile: 'overwrite',
    })
    await settle()
    expect(last(made)).toEqual([
      'PUT /hserve/v2.6/idp/wechat/user/info/',
      {
        rawData: profile.rawData,
        encryptedData: 'ENC',
        signature: 'sig',
        iv: 'IV',
        code: 'c',
        update_userprofile: 'overwrite',
      },
    ])
    made.network.answer(answered({ ...alice, nickname: 'Al' }))
    expect((await update).nickname).toBe('Al')
    expect(made.session()).toMatchObject({ user: { nickname: 'Al' } })
  })

  it('hands over the bare profile below base library 2.16.0', async () => {
    const made = await launchedWith(granted(), oldPhone('2.15.9'))
    void made.baas.auth.updateUserInfo({ userInfo: profile.userInfo })
    await settle()
    expect(last(made)).toEqual([
      'PUT /hserve/v2.5/idp/wechat/user/info/',
      { ...profile.userInfo, update_userprofile: 'setnx' },
    ])
  })

  it('W35: syncUserProfile: false means false', async () => {
    const made = await launchedWith(granted())
    void made.baas.auth.updateUserInfo(profile, { code: 'c', syncUserProfile: false })
    await settle()
    expect(last(made)[1]).toMatchObject({ update_userprofile: 'false' })
  })

  it.each([
    ['no profile', {}, { code: 'c' }, 603],
    ['no code', profile, {}, 605],
  ])('refuses %s before any request', async (_, given, options, code) => {
    const made = await launchedWith(granted())
    await expect(made.baas.auth.updateUserInfo(given, options)).rejects.toMatchObject({ code })
    expect(made.network.requests).toHaveLength(1)
  })

  it('W11: names a 403 616 and keeps what the server said', async () => {
    const made = await launchedWith(granted())
    const update = made.baas.auth.updateUserInfo(profile, { code: 'c' })
    await settle()
    made.network.answer(refused(403, 'switched off'))
    await expect(update).rejects.toMatchObject({
      code: 616,
      status: 403,
      serverMessage: 'switched off',
    })
  })

  it('W10: a phone update that meets 401 is renewed and tried again', async () => {
    const made = await launchedWith(granted())
    const update = made.baas.auth.updatePhoneNumber(phoneEvent)
    await settle()
    expect(last(made)).toEqual([
      'PUT /hserve/v2.7/idp/wechat/phone-verification/',
      { encryptedData: 'E', iv: 'I', overwrite: true, phone_code: 'phone-code' },
    ])
    made.network.answer(refused(401))
    await settle()
    made.network.answer(granted(alice, 60, 'token-2'))
    await settle()
    made.network.answer(answered({ ...alice, _phone: '138' }))
    expect((await update)._phone).toBe('138')
  })

  it('W10: and answers 604 when nobody is signed in', async () => {
    const made = await launchedWith(refused(404))
    await expect(made.baas.auth.updatePhoneNumber(phoneEvent)).rejects.toMatchObject({ code: 604 })
  })

  it('W25: survives a WeChat that does not tell its version', async () => {
    const made = await launchedWith(granted(), oldPhone(''))
    void made.baas.auth.updatePhoneNumber(phoneEvent)
    await settle()
    expect(last(made)[0]).toBe('PUT /hserve/v2.5/idp/wechat/phone-verification/')
  })

  it('shares one request between concurrent getCurrentUser()', async () => {
    const made = await launchedWith(granted())
    const users = Promise.all(Array.from({ length: 5 }, () => made.baas.auth.getCurrentUser()))
    await settle()
    expect(made.network.requests).toHaveLength(2)
    made.network.answer(answered({ ...alice, nickname: 'Alice II' }))
    expect((await users).map(({ nickname }) => nickname)).toEqual(Array(5).fill('Alice II'))
  })

  it('W22: getCurrentUser() gives the remembered user when there is no network', async () => {
    const made = await launchedWith(granted())
    const user = made.baas.auth.getCurrentUser()
    await settle()
    made.network.fail(new BaasError(600))
    expect((await user).nickname).toBe('Alice')
  })

  it('answers 604 when there is no session', async () => {
    const made = await launchedWith(refused(404))
    await expect(made.baas.auth.getCurrentUser()).rejects.toMatchObject({ code: 604 })
  })

  it('W20: linkWechat() answers as documented, and the user knows', async () => {
    const made = await launchedWith(granted({ ...alice, openid: null }))
    const user = await Promise.race([made.baas.auth.getCurrentUser(), answerUser(made)])
    const linked = user.linkWechat()
    await settle()
    expect(last(made)).toEqual([
      'POST /hserve/v2.4/idp/wechat/user-associate/',
      { code: 'code-2', associate_with_unionid: false },
    ])
    const data = { status: 'ok', message: 'User associated.', openid: 'o', unionid: '', user_id: 1 }
    made.network.answer(answered(data))
    expect(await linked).toEqual({ statusCode: 200, data })
    expect(user.openid).toBe('o')
    expect(made.session()).toMatchObject({ user: { openid: 'o' } })
  })
})

/** Answers the GET of getCurrentUser with an unlinked Alice, and never wins a race. */
async function answerUser({ network }: ReturnType<typeof makeAuth>): Promise<never> {
  await settle()
  network.answer(answered({ ...alice, openid: null }))
  return new Promise<never>(() => {})
}

it('W12: an abort of our own needs no AbortController', () => {
  const { signal, abort } = createAbort()
  let heard = 0
  signal.addEventListener('abort', () => (heard += 1))
  abort()
  abort()
  expect([signal.aborted, heard]).toEqual([true, 1])
})

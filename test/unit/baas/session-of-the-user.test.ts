import { alice, answered, bob, granted, grantedFlat, refused, settle } from '../../kit/fake-backend'
import { launchedWith, pageCall } from '../../kit/make-auth'
import { last, phoneEvent } from '../../kit/wx-auth'

const NEW_TOKEN = { token: 'token-2', expires_in: 3_600 }

/** Alice, signed in, as wx.BaaS hands her out. */
const current = async () => {
  const made = await launchedWith(granted())
  const promise = made.baas.auth.getCurrentUser()
  await settle()
  made.network.answer(answered(alice))
  return { ...made, user: await promise }
}

type Made = Awaited<ReturnType<typeof current>>

describe('a new token in the reply to a change', () => {
  it.each<[string, (made: Made) => Promise<unknown>]>([
    ['of the password', ({ user }) => user.updatePassword({ password: 'p', newPassword: 'q' })],
    ['of the e-mail address', ({ user }) => user.setEmail('a@b.c')],
    ['of the phone number', ({ user }) => user.setMobilePhone('138')],
    ['of the whole account', ({ user }) => user.setAccount({ username: 'ivy' })],
    ['of the link to WeChat', ({ user }) => user.linkWechat()],
  ])(
    'a new token in the reply to a change %s is the one of the next request, for as long as it says',
    async (_, act) => {
      const made = await current()
      const changed = act(made)
      await settle()
      made.network.answer(answered(NEW_TOKEN))
      await changed
      expect(made.auth.current()?.expiresAtSeconds).toBe(1_000 + 3_600 - 30)
      void made.auth.request(pageCall())
      await settle()
      expect(made.network.tokens().at(-1)).toBe('token-2')
    },
  )
})

describe('the current user', () => {
  it('the current user is not written to once another person is signed in: 604', async () => {
    const { user, auth, network } = await current()
    const signedIn = auth.signIn({ by: 'password', account: { username: 'bob' }, password: 'p' })
    await settle()
    network.answer(grantedFlat(bob))
    await signedIn
    await expect(user.setUsername('x')).rejects.toMatchObject({ code: 604 })
    await expect(user.set('a', 1).update()).rejects.toMatchObject({ code: 604 })
  })

  it('the current user keeps what was set later when an update fails, and sends each change once', async () => {
    const { user, network, ...made } = await current()
    const failed = user.set('a', 1).set('b', 1).update()
    user.set('a', 2)
    await settle()
    network.answer(refused(500))
    await expect(failed).rejects.toMatchObject({ code: 500 })
    void user.update()
    await settle()
    expect(last({ network, ...made })[1]).toEqual({ a: 2, b: 1 })
  })

  it('the current user asks for a verification mail when asked to, and not by itself', async () => {
    const made = await current()
    const before = made.network.requests.length
    const changed = made.user.setEmail('a@b.c')
    await settle()
    expect(last(made)).toEqual(['PUT /hserve/v2.2/user/account/', { email: 'a@b.c' }])
    made.network.answer(answered({ email: 'a@b.c' }))
    expect(await changed).toBe(made.user)
    expect(made.network.requests).toHaveLength(before + 1)

    const asked = made.user.requestEmailVerification()
    await settle()
    expect(last(made)[0]).toBe('POST /hserve/v2.0/user/email-verify/')
    made.network.answer(answered())
    expect(await asked).toBe(made.user)
  })

  it('the current user is not verified by a code that is refused', async () => {
    const { user, network } = await current()
    const verified = user.verifyMobilePhone('1')
    await settle()
    network.answer(refused(400))
    await expect(verified).rejects.toMatchObject({ code: 400 })
    expect(user._phone_verified).toBeUndefined()
  })

  it('the current user keeps its id whatever an update answers, and returns copies', async () => {
    const { user, network, session } = await current()
    const updated = user.set('nickname', 'A').update()
    await settle()
    network.answer(answered({ id: 9, nickname: 'A' }))
    await updated
    expect(user.toJSON()).toEqual({ ...alice, nickname: 'A' })
    expect(session()).toMatchObject({ user: { id: alice.id, nickname: 'A' } })
    expect(user.toJSON()).not.toBe(user.toJSON())
  })
})

it('the reply of a link to WeChat keeps the new token and its lifetime out of what a caller gets', async () => {
  const made = await current()
  const linked = made.user.linkWechat()
  await settle()
  made.network.answer(answered({ ...NEW_TOKEN, openid: 'openid-of-alice' }))
  expect((await linked).data).toEqual({ openid: 'openid-of-alice' })
})

it('a phone number is changed as it was typed', async () => {
  const made = await current()
  void made.user.setMobilePhone('138')
  await settle()
  expect(last(made)).toEqual(['PUT /hserve/v2.2/user/account/', { phone: '138' }])
})

describe('what wx.BaaS assumes where nothing is said', () => {
  it.each<[string, (made: Made) => Promise<unknown>, object]>([
    [
      'loginWithWechat() opens an account, by openid',
      ({ baas }) => baas.auth.loginWithWechat(),
      { create_user: true, login_with_unionid: false },
    ],
    [
      'silentLogin() does, too',
      ({ baas }) => baas.auth.silentLogin(),
      { create_user: true, login_with_unionid: false },
    ],
    [
      'silentLogin() by unionid, without an account',
      ({ baas }) => baas.auth.silentLogin({ createUser: false, withUnionID: true }),
      { create_user: false, login_with_unionid: true },
    ],
    [
      'a login by text message opens an account',
      ({ baas }) => baas.auth.loginWithSmsVerificationCode('138', '1'),
      { create_user: true },
    ],
    [
      'updatePhoneNumber() keeps a bound number when told to',
      ({ baas }) => baas.auth.updatePhoneNumber(phoneEvent, { overwrite: false }),
      { overwrite: false },
    ],
    [
      'linkWechat() by unionid when told to',
      ({ baas }) => baas.auth.linkWechat({ withUnionID: true }),
      { associate_with_unionid: true },
    ],
    [
      'invoke() does not wait when told not to',
      ({ baas }) => baas.invoke('job', {}, false),
      { function_name: 'job', sync: false },
    ],
    [
      'open-gid is decrypted without a phone code',
      ({ baas }) => baas.wxDecryptData('E', 'I', 'open-gid'),
      { encryptedData: 'E', iv: 'I' },
    ],
  ])('wx.BaaS sends its default where nothing is set: %s', async (_, act, body) => {
    const made = await current()
    void act(made).catch(() => undefined)
    await settle()
    expect(last(made)[1]).toMatchObject(body)
  })
})

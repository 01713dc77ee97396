import { BaasError } from '../../../../src/baas/errors'
import { alice, answered, granted, refused, settle } from '../../../kit/fake-backend'
import { launchedWith, type makeAuth } from '../../../kit/make-auth'
import { last, oldPhone, phoneEvent } from '../../../kit/wx-auth'

type Made = Awaited<ReturnType<typeof launchedWith>>

const profile = {
  userInfo: { nickName: 'Al', avatarUrl: 'https://a/b.png', gender: 1 },
  rawData: '{"nickName":"Al"}',
  encryptedData: 'ENC',
  signature: 'sig',
  iv: 'IV',
}
describe('wx.BaaS.auth: the user', () => {
  it('wx.BaaS.auth sends the WeChat profile to the backend, signed', async () => {
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

  it('wx.BaaS.auth sends the bare profile below base library 2.16.0', async () => {
    const made = await launchedWith(granted(), oldPhone('2.15.9'))
    void made.baas.auth.updateUserInfo({ userInfo: profile.userInfo })
    await settle()
    expect(last(made)).toEqual([
      'PUT /hserve/v2.5/idp/wechat/user/info/',
      { ...profile.userInfo, update_userprofile: 'setnx' },
    ])
  })

  // docs/protocol.md 9.35
  it('the option syncUserProfile: false is sent as false', async () => {
    const made = await launchedWith(granted())
    void made.baas.auth.updateUserInfo(profile, { code: 'c', syncUserProfile: false })
    await settle()
    expect(last(made)[1]).toMatchObject({ update_userprofile: 'false' })
  })

  it.each([
    ['no profile', {}, { code: 'c' }, 603],
    ['no code', profile, {}, 605],
  ])('wx.BaaS.auth refuses %s before any request', async (_, given, options, code) => {
    const made = await launchedWith(granted())
    await expect(made.baas.auth.updateUserInfo(given, options)).rejects.toMatchObject({ code })
    expect(made.network.requests).toHaveLength(1)
  })

  // docs/protocol.md 9.11
  it('wx.BaaS.auth names a 403 616 and keeps what the server said', async () => {
    const made = await launchedWith(granted())
    const update = made.baas.auth.updateUserInfo(profile, { code: 'c' })
    await settle()
    made.network.answer(refused(403, 'switched off'))
    await expect(update).rejects.toMatchObject({
      code: 616,
      status: 403,
      serverMessage: 'switched off',
      cause: expect.objectContaining({ code: 403 }),
    })
  })

  it.each([
    ['profile', (made: Made) => made.baas.auth.updateUserInfo(profile, { code: 'c' })],
    ['phone number', (made: Made) => made.baas.auth.updatePhoneNumber(phoneEvent)],
    // docs/protocol.md 9.10
  ])('the call %s that meets 401 is answered 604 where no renewal helps', async (_, act) => {
    const made = await launchedWith(granted())
    const update = act(made)
    await settle()
    made.network.answer(refused(401, 'session ended'))
    await settle()
    made.network.answer(refused(404))
    await expect(update).rejects.toMatchObject({ code: 604, serverMessage: 'session ended' })
  })

  it.each([400, 409, 500])(
    'wx.BaaS.auth keeps the code of a profile that meets %i',
    async (status) => {
      const made = await launchedWith(granted())
      const update = made.baas.auth.updateUserInfo(profile, { code: 'c' })
      await settle()
      made.network.answer(refused(status))
      await expect(update).rejects.toMatchObject({ code: status })
    },
  )

  // docs/protocol.md 9.10
  it('a phone update that meets 401 is renewed and tried again', async () => {
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

  // docs/protocol.md 9.10
  it('a phone update is answered 604 when no one is signed in', async () => {
    const made = await launchedWith(refused(404))
    await expect(made.baas.auth.updatePhoneNumber(phoneEvent)).rejects.toMatchObject({ code: 604 })
  })

  // docs/protocol.md 9.25
  it('wx.BaaS.auth survives a WeChat that does not report its version', async () => {
    const made = await launchedWith(granted(), oldPhone(''))
    void made.baas.auth.updatePhoneNumber(phoneEvent)
    await settle()
    expect(last(made)[0]).toBe('PUT /hserve/v2.5/idp/wechat/phone-verification/')
  })

  it('wx.BaaS.auth shares one request between concurrent getCurrentUser()', async () => {
    const made = await launchedWith(granted())
    const users = Promise.all(Array.from({ length: 5 }, () => made.baas.auth.getCurrentUser()))
    await settle()
    expect(made.network.requests).toHaveLength(2)
    made.network.answer(answered({ ...alice, nickname: 'Alice II' }))
    expect((await users).map(({ nickname }) => nickname)).toEqual(Array(5).fill('Alice II'))
  })

  // docs/protocol.md 9.22
  it('getCurrentUser() returns the remembered user when there is no network', async () => {
    const made = await launchedWith(granted())
    const user = made.baas.auth.getCurrentUser()
    await settle()
    made.network.fail(new BaasError(600))
    expect((await user).nickname).toBe('Alice')
  })

  it.each([
    ['a server that fails', refused(500), 500],
    ['a user that is gone', refused(404), 404],
    ['an answer that is no user', answered('<html>'), 502],
  ])(
    'getCurrentUser() rejects for %s, and the session stays as it was',
    async (_, answer, code) => {
      const made = await launchedWith(granted())
      const user = made.baas.auth.getCurrentUser()
      await settle()
      made.network.answer(answer)
      await expect(user).rejects.toMatchObject({ code })
      expect(made.session()).toMatchObject({ tag: 'member', user: alice })
    },
  )

  it('wx.BaaS.auth answers 604 when there is no session', async () => {
    const made = await launchedWith(refused(404))
    await expect(made.baas.auth.getCurrentUser()).rejects.toMatchObject({ code: 604 })
  })

  // docs/protocol.md 9.20
  it('linkWechat() answers as documented, and the user knows', async () => {
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
const answerUser = async ({ network }: ReturnType<typeof makeAuth>): Promise<never> => {
  await settle()
  network.answer(answered({ ...alice, openid: null }))
  return new Promise<never>(() => {})
}

import { serverForFile } from '../../kit/server-for-file'

const { server, hand } = serverForFile()

const userInfo = (id: number, token: string) =>
  server.call('GET', `/hserve/v2.5/user/info/${id}/`, { token })

describe('the user object', () => {
  it('the user object of its owner has these members and no others', async () => {
    const createdAt = Math.floor(server.clock.now() / 1000)
    const { token, user } = await hand.signIn('una')
    server.clock.advance(60_000)
    await server.call('PUT', '/hserve/v2.5/user/info/', { body: { nickname: 'Una' }, token })
    const openid = hand.openid('una')
    const unionid = hand.unionid('una')
    expect((await userInfo(user.id, token)).body).toEqual({
      id: user.id,
      public_id: expect.stringMatching(/^\d+$/),
      created_by: user.id,
      created_at: createdAt,
      updated_at: createdAt + 60,
      nickname: 'Una',
      avatar: '',
      gender: 0,
      language: '',
      city: '',
      province: '',
      country: '',
      openid,
      unionid,
      is_authorized: false,
      _username: null,
      _email: null,
      _email_verified: false,
      _phone: null,
      _phone_verified: false,
      _has_password: false,
      _anonymous: false,
      _provider: { wechat: { openid, unionid } },
    })
  })

  it('the user object of someone else is an id, a nickname and a picture', async () => {
    const { user } = await hand.signIn('vic')
    const { token } = await hand.signIn('walt')
    expect(await userInfo(user.id, token)).toEqual({
      status: 200,
      body: { id: user.id, nickname: '', avatar: '' },
    })
  })
})

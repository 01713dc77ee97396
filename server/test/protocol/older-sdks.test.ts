import { serverForFile } from '../kit/server-for-file'

const { server, hand } = serverForFile()

const PASSWORD = 'correct horse battery'
const post = (path: string, body: object, token?: string) =>
  server.call('POST', path, { body, ...(token !== undefined && { token }) })

describe.each(['v2.0', 'v2.1'])('an app with an SDK that knows WeChat under %s', (version) => {
  const idp = `/hserve/${version}/idp/wechat`
  const name = (person: string) => `${person}-${version.replace('.', '-')}`

  it('an app with an older SDK signs in silently and reads the ids it keeps from the answer itself', async () => {
    const person = name('ann')
    const { status, body } = await post(`${idp}/silent-login/`, {
      code: hand.code(person),
      create_user: true,
    })
    expect(status).toBe(201)
    expect(body).toMatchObject({
      user_id: expect.any(Number),
      openid: hand.openid(person),
      token: expect.any(String),
      expires_in: 2_592_000,
    })
    expect(await hand.read(body.user_id, body.token)).toMatchObject({ id: body.user_id })
    const unknown = { code: hand.code(name('nobody')), create_user: false }
    expect((await post(`${idp}/silent-login/`, unknown)).status).toBe(404)
  })

  it('an app with an older SDK signs in with the profile of a getUserInfo button', async () => {
    const person = name('bea')
    const code = hand.code(person)
    const { status, body } = await post(`${idp}/authenticate/`, {
      code,
      create_user: true,
      ...hand.profile(person),
      update_userprofile: 'overwrite',
    })
    expect(status).toBe(201)
    expect(body.user_id).toBe(body.user_info.id)
    expect(body.user_info).toMatchObject({ is_authorized: true, openid: hand.openid(person) })
    expect(body.user_info.nickname).not.toBe('')
  })

  it('an app with an older SDK signs in by the code alone when the button returned no profile', async () => {
    const code = hand.code(name('flo'))
    const { status, body } = await post(`${idp}/authenticate/`, { code })
    expect([status, body.user_info.is_authorized]).toEqual([201, false])
  })

  it('an app with an older SDK signs in with a profile of signed raw text alone', async () => {
    const person = name('gus')
    const code = hand.code(person)
    const { rawData, signature } = hand.profile(person)
    const { status, body } = await post(`${idp}/authenticate/`, { code, rawData, signature })
    expect([status, body.user_info.nickname]).toEqual([201, person])
  })

  it('an app with an older SDK sends the profile after a silent login, without a code, as the first versions do', async () => {
    const { token, user } = await hand.signIn(name('cat'))
    const { status, body } = await post(`${idp}/authenticate/`, hand.profile(name('cat')), token)
    expect([status, body.user_id]).toEqual([201, user.id])
    expect(body).not.toHaveProperty('token')
    expect((await post(`${idp}/authenticate/`, hand.profile(name('cat')))).status).toBe(401)
  })

  it('an app with an older SDK is refused a profile that another person’s WeChat sealed, and a forged one', async () => {
    const sealed = { code: hand.code(name('dan')), ...hand.profile(name('eve')) }
    const { status, body } = await post(`${idp}/authenticate/`, sealed)
    expect([status, body.error_code]).toEqual([400, 'decrypt_failed'])
  })
})

describe('paths that have moved since', () => {
  it.each([
    ['POST', '/hserve/v2.0/register/username/', { username: 'older-ann', password: PASSWORD }, 201],
    ['POST', '/hserve/v2.0/login/username/', { username: 'older-ann', password: PASSWORD }, 201],
    ['POST', '/hserve/v2.0/login/email/', { email: 'x@example.com', password: PASSWORD }, 400],
    ['POST', '/hserve/v1.8/sms-verification-code/', { phone: '13720000009' }, 200],
  ] as const)(
    '%s %s of an older SDK is answered where it is today',
    async (method, path, body, status) => {
      expect((await server.call(method, path, { body })).status).toBe(status)
    },
  )

  it('the paths that have moved are those of the account and the user, with their query', async () => {
    const { token, user } = await hand.signIn('older-bob')
    const account = await server.call('PUT', '/hserve/v2.1/user/account/', {
      body: { username: 'older-bob' },
      token,
    })
    expect(account.status).toBe(200)
    const next = account.body.token ?? token
    for (const version of ['v2.0', 'v2.2']) {
      expect(
        (await server.call('PUT', `/hserve/${version}/user/info/`, { body: {}, token: next }))
          .status,
      ).toBe(200)
    }
    const read = await server.call('GET', `/hserve/v2.0/user/info/${user.id}/`, { token: next })
    expect(read.body.id).toBe(user.id)
    const list = await server.call('GET', '/hserve/v2.0/user/info/?limit=1', { token: next })
    expect(list.body.objects).toHaveLength(1)
    const { token: named } = await hand.register('older-carl')
    const link = { code: hand.code('older-carl') }
    expect((await post('/hserve/v2.0/idp/wechat/user-associate/', link, named)).status).toBe(200)
    const permit = await post('/hserve/v1/upload/', { filename: 'me.jpg' }, next)
    expect([permit.status, permit.body.policy]).toEqual([200, expect.any(String)])
  })

  it('no path of tables, contents and payments is among those that have moved', async () => {
    const { token } = await hand.signIn('older-dee')
    for (const path of ['/hserve/v2.0/table/', '/hserve/v1/content/detail/']) {
      expect((await server.call('GET', path, { token })).body.error_code).toBe('endpoint_unknown')
    }
  })
})

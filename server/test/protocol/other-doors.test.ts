import { serverForFile } from '../kit/server-for-file'

const { server, hand } = serverForFile()

describe('a POST that names another method in X-Hydrogen-Request-Method', () => {
  const post = (path: string, method: string, token: string, body: object = {}) =>
    server.call('POST', path, { body, token, headers: { 'x-hydrogen-request-method': method } })

  it('a POST that names another method in X-Hydrogen-Request-Method is a PUT of the account and of the profile', async () => {
    const { token, user } = await hand.signIn('alice')
    const account = await post('/hserve/v2.2/user/account/', 'PUT', token, { username: 'alice' })
    expect(account.status).toBe(200)
    const next = account.body.token ?? token
    const info = await post('/hserve/v2.5/user/info/', 'PUT', next, { nickname: 'Alice' })
    expect(info.status).toBe(200)
    expect(await hand.read(user.id, next)).toMatchObject({ nickname: 'Alice', _username: 'alice' })
  })

  it('a POST that names another method in X-Hydrogen-Request-Method is a GET, its query included, and a DELETE is none where only POST is known', async () => {
    const { token, user } = await hand.signIn('bob')
    const read = await post(`/hserve/v2.5/user/info/${user.id}/`, 'GET', token)
    expect([read.status, read.body.id]).toEqual([200, user.id])
    const list = await post('/hserve/v2.2/user/info/?limit=1', 'GET', token)
    expect(list.body.objects).toHaveLength(1)
    expect((await post('/hserve/v2.0/session/destroy/', 'DELETE', token)).status).toBe(404)
  })

  it.each(['TRACE', 'OPTIONS', 'put', 'PUT, GET', 'x'.repeat(1000)])(
    'a POST that names another method in X-Hydrogen-Request-Method stays a POST when the protocol does not know the method: %p',
    async (method) => {
      const { token } = await hand.signIn('carol')
      expect((await post('/hserve/v2.0/session/destroy/', method, token)).status).toBe(201)
    },
  )

  it('a POST that names another method in X-Hydrogen-Request-Method stays a POST outside the protocol', async () => {
    const { token } = await hand.signIn('dave')
    expect((await post('/ext/v1/sessions/end-others/', 'GET', token)).status).toBe(200)
  })

  it('X-Hydrogen-Request-Method has no effect on a request that is no POST', async () => {
    const { token, user } = await hand.signIn('erin')
    const { status } = await server.call('GET', `/hserve/v2.5/user/info/${user.id}/`, {
      token,
      headers: { 'x-hydrogen-request-method': 'DELETE' },
    })
    expect(status).toBe(200)
  })
})

it.each([
  '/hserve/v2.1/login/alipay/',
  '/hserve/v2.5/idp/qq/silent-login/',
  '/hserve/v9.9/idp/wechat/silent-login/',
  '/hserve/v2.1/register/carrier-pigeon/',
  '/hserve/v2.5/idp/wechat/carrier-pigeon/?x=1',
])('a sign-in that is not there, %s, is not taken for a person without account', async (path) => {
  const { status, body } = await server.call('POST', path, { body: { code: 'x' } })
  expect(status).toBe(405)
  expect(body).toMatchObject({ status: 'error', error_code: 'provider_unknown' })
})

it('any other address that is not there answers 404', async () => {
  expect((await server.call('GET', '/hserve/v2.1/login-history/')).status).toBe(404)
  expect((await server.call('GET', '/hserve/v1/nothing/')).status).toBe(404)
})

it('an OPTIONS request that no browser sends before its own is answered with 204 and no text', async () => {
  const { statusCode, payload } = await server.app.inject({ method: 'OPTIONS', url: '/readyz' })
  expect([statusCode, payload]).toEqual([204, ''])
})

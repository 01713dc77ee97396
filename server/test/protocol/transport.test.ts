import { openTestServer } from '../kit/test-server'
import { serverForFile } from '../kit/server-for-file'

const { server } = serverForFile()

const LOGIN = '/hserve/v2.5/idp/wechat/silent-login/'

describe('the transport of the protocol', () => {
  it.each([
    ['no such endpoint', 'GET', '/nowhere/', {}, 404, 'endpoint_unknown'],
    [
      'a body that is no JSON',
      'POST',
      LOGIN,
      { headers: { 'content-type': 'application/json' } },
      400,
      'request_malformed',
    ],
    ['a body without its fields', 'POST', LOGIN, { body: {} }, 400, 'request_malformed'],
    [
      'a body of the wrong types',
      'POST',
      LOGIN,
      { body: { code: ['x'], create_user: 'maybe' } },
      400,
      'request_malformed',
    ],
    [
      'another app',
      'POST',
      LOGIN,
      { body: {}, headers: { 'x-hydrogen-client-id': 'other' } },
      400,
      'client_id_unknown',
    ],
    [
      'a body beyond the limit',
      'POST',
      LOGIN,
      { body: { code: 'x'.repeat(70_000) } },
      413,
      'body_too_large',
    ],
    ['no session', 'GET', '/hserve/v2.5/user/info/1/', {}, 401, 'session_missing'],
  ] as const)(
    'the server answers %s in the error shape',
    async (_name, method, path, options, status, error_code) => {
      const answer = await server.call(method, path, options)
      expect(answer.status).toBe(status)
      expect(answer.body).toEqual({
        status: 'error',
        error_code,
        error_msg: expect.stringMatching(/./),
      })
    },
  )

  it('the server takes paths with and without their trailing slash', async () => {
    for (const path of [LOGIN, LOGIN.slice(0, -1)]) {
      expect((await server.call('POST', path, { body: { code: 'invented' } })).status).toBe(400)
    }
  })

  it('the server answers the web build from another origin, before any client id is known', async () => {
    const reply = await server.app.inject({
      method: 'OPTIONS',
      url: LOGIN,
      headers: {
        origin: 'https://app.example.com',
        'access-control-request-method': 'PUT',
        'access-control-request-headers': 'authorization,x-hydrogen-client-id',
      },
    })
    expect(reply.statusCode).toBe(204)
    expect(reply.headers['access-control-allow-origin']).toBe('*')
    const allowed = String(reply.headers['access-control-allow-headers']).toLowerCase()
    for (const header of ['x-hydrogen-client-id', 'x-device-id', 'x-human-token']) {
      expect(allowed).toContain(header)
    }
    expect(reply.headers['access-control-allow-methods']).toContain('PUT')
  })

  it('the server answers /healthz to every caller', async () => {
    expect((await server.app.inject('/healthz')).json()).toEqual({ status: 'ok' })
  })

  it('the server hides an unforeseen failure behind a bare 500', async () => {
    const broken = await openTestServer()
    await broken.context.db.execute('drop table sessions')
    const answer = await broken.call('GET', '/hserve/v2.5/user/info/1/', { token: 'x' })
    await broken.close()

    expect(answer).toEqual({
      status: 500,
      body: {
        status: 'error',
        error_code: 'internal_error',
        error_msg: 'Internal server error.',
      },
    })
  })

  it('the server answers 503 while WeChat is away', async () => {
    const lonely = await openTestServer({ WECHAT_API_BASE: 'http://127.0.0.1:1' })
    const answer = await lonely.call('POST', LOGIN, { body: { code: 'x' } })
    await lonely.close()

    expect(answer.status).toBe(503)
    expect(answer.body.error_msg).not.toContain('secret')
  })
})

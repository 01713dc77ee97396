import { createSimulatorApp } from '../../app'
import { createPlatform } from '../../platform/platform'

const open = () =>
  createSimulatorApp(createPlatform({ seed: 'tests', now: () => 0, apps: { kind: 'any' } }))

const call = { method: 'POST', url: '/control/reset' } as const

test.each(['localhost:8788', '127.0.0.1:8788', '[::1]:8788', '127.0.0.1'])(
  'a call addressed to %s is answered',
  async (host) => {
    const app = await open()
    expect((await app.inject({ ...call, headers: { host } })).statusCode).toBe(200)
  },
)

test.each(['evil.example', '127.0.0.1.evil.example', 'localhost.evil.example:8788', '192.168.0.2'])(
  'a call addressed to "%s" is refused: the name may have been rebound',
  async (host) => {
    const app = await open()
    expect((await app.inject({ ...call, headers: { host } })).statusCode).toBe(403)
  },
)

test.each(['192.168.0.7', '10.0.0.1', '::ffff:8.8.8.8', '2001:db8::1'])(
  'a caller at %s is refused',
  async (remoteAddress) => {
    const app = await open()
    expect((await app.inject({ ...call, remoteAddress })).statusCode).toBe(403)
  },
)

test.each(['https://evil.example', 'http://localhost.evil.example', 'null', 'file://'])(
  'a page from %s is refused and changes nothing',
  async (origin) => {
    const app = await open()
    const answer = await app.inject({ ...call, headers: { origin } })
    expect(answer.statusCode).toBe(403)
    expect(answer.headers).not.toHaveProperty('access-control-allow-origin')
  },
)

test.each(['http://localhost:5173', 'http://127.0.0.1:10086', 'http://[::1]:3000'])(
  'a page from %s may call and read the answer',
  async (origin) => {
    const app = await open()
    const preflight = await app.inject({ ...call, method: 'OPTIONS', headers: { origin } })
    expect(preflight.statusCode).toBe(204)
    expect(preflight.headers).toMatchObject({
      'access-control-allow-origin': origin,
      'access-control-allow-headers': 'content-type',
    })
    const answer = await app.inject({ ...call, headers: { origin } })
    expect(answer.statusCode).toBe(200)
    expect(answer.headers['access-control-allow-origin']).toBe(origin)
  },
)

test('the preflight of a foreign page is refused', async () => {
  const app = await open()
  const headers = { origin: 'https://evil.example' }
  expect((await app.inject({ ...call, method: 'OPTIONS', headers })).statusCode).toBe(403)
})

test('an unknown control call is refused from other addresses too', async () => {
  const app = await open()
  const url = '/control/nothing'
  expect((await app.inject({ url, headers: { host: 'evil.example' } })).statusCode).toBe(403)
  expect((await app.inject({ url })).statusCode).toBe(404)
})

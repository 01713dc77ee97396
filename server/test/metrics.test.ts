import { buildApp } from '../src/app'
import type { MetricsSettings } from '../src/settings/types'
import { serverForFile } from './kit/server-for-file'

const { server } = serverForFile()

describe('/metrics', () => {
  it('counts requests by the pattern of their route, and names no user', async () => {
    await server.call('GET', '/hserve/v2.5/user/info/22000000000001/?keys=_phone', {
      token: 'secret-token',
    })
    await server.call('GET', '/nowhere/13800138000')
    const { status, body } = await server.call('GET', '/metrics')

    expect(status).toBe(200)
    expect(body).toContain(
      'http_request_duration_seconds_count{method="GET",route="/hserve/v2.5/user/info/:id/",status="401"} 1',
    )
    expect(body).toContain(
      'http_request_duration_seconds_count{method="GET",route="none",status="404"} 1',
    )
    expect(body).toContain('process_resident_memory_bytes')
    for (const personal of ['22000000000001', '13800138000', 'secret-token', '127.0.0.1'])
      expect(body).not.toContain(personal)
  })
})

describe('who may read /metrics', () => {
  const TOKEN = 'sixteen-or-more-characters'

  const scrape = async (metrics: MetricsSettings, authorization?: string) => {
    const { context } = server
    const app = await buildApp({ ...context, settings: { ...context.settings, metrics } })
    const reply = await app.inject({
      url: '/metrics',
      headers: authorization === undefined ? {} : { authorization },
    })
    await app.close()
    return reply
  }

  it('is the one who sends the token, and no one else', async () => {
    const bearer = { kind: 'bearer', token: TOKEN } as const
    const { statusCode, payload } = await scrape(bearer, `Bearer ${TOKEN}`)
    expect(statusCode).toBe(200)
    expect(payload).toContain('http_request_duration_seconds')
    expect(payload).not.toContain(TOKEN)
    for (const wrong of [undefined, TOKEN, 'Bearer ', `Bearer ${TOKEN}x`, `Hydrogen-r1 ${TOKEN}`]) {
      const refused = await scrape(bearer, wrong)
      expect([refused.statusCode, refused.headers['www-authenticate']]).toEqual([401, 'Bearer'])
      expect(refused.json()).toEqual({
        status: 'error',
        error_code: 'metrics_token_wrong',
        error_msg: expect.any(String),
      })
    }
  })

  it('is no one in production without a token, not even from the loopback', async () => {
    const refused = await scrape({ kind: 'closed' }, `Bearer ${TOKEN}`)
    expect(refused.statusCode).toBe(404)
    expect(refused.payload).not.toContain('process_resident_memory_bytes')
  })
})

import { buildApp } from '../../src/app'
import type { MetricsSettings } from '../../src/settings/types'
import { serverForFile } from '../kit/server-for-file'

const { server } = serverForFile()

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

  it('/metrics is read by a caller who sends the token, and by no one else', async () => {
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

  it('/metrics is read by no one in production without a token, not even from the loopback', async () => {
    const refused = await scrape({ kind: 'closed' }, `Bearer ${TOKEN}`)
    expect(refused.statusCode).toBe(404)
    expect(refused.payload).not.toContain('process_resident_memory_bytes')
  })
})

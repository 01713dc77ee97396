import { serverForFile } from '../kit/server-for-file'

const { server } = serverForFile()

describe('/metrics', () => {
  it('/metrics counts requests by the pattern of their route, and names no user', async () => {
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
    for (const personal of ['22000000000001', '13800138000', 'secret-token', '127.0.0.1']) {
      expect(body).not.toContain(personal)
    }
  })
})

import { serverForFile } from '../kit/server-for-file'
import { phoneInHand } from '../kit/phone-in-hand'

const { server } = serverForFile()

describe('the small utilities', () => {
  it('the time of the server is answered with its zone', async () => {
    const { body } = await server.call('GET', '/hserve/v2.2/server/time/')
    expect(body).toEqual({ time: '2026-11-21T00:00:00.000Z' })
    server.clock.advance(1)
    const later = await server.call('GET', '/hserve/v2.2/server/time/')
    expect(later.body).toEqual({ time: '2026-11-21T00:00:00.001Z' })
  })

  it('the answer to DevTools names the newest SDK we know', async () => {
    const { status, body } = await server.call('GET', '/hserve/v1/latest-sdk-version/')
    expect([status, body]).toEqual([200, { wechat_miniapp: 'v3.23.6' }])
  })

  it('the report that the SDK sends after a message was opened is taken from members', async () => {
    const report = (token: string) =>
      server.call('POST', '/hserve/v2.0/template-message/event-report/', {
        body: { stats_id: 'x', platform: 'wechat_miniapp' },
        token,
      })
    const { token } = await phoneInHand(server).signIn('alice')
    expect((await report(token)).status).toBe(200)
    expect((await report('nobody')).status).toBe(401)
  })

  it('the utilities answer our own app only', async () => {
    for (const path of ['/hserve/v2.2/server/time/', '/hserve/v1/latest-sdk-version/']) {
      expect((await server.app.inject(path)).statusCode).toBe(400)
    }
  })
})

import { serverForFile } from '../kit/server-for-file'

const { server } = serverForFile()

describe('the headers of every answer', () => {
  it('the headers of every answer let browsers do nothing with it', async () => {
    const { headers } = await server.app.inject('/nowhere')
    expect(headers).toMatchObject({
      'content-security-policy': "default-src 'none';frame-ancestors 'none'",
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'SAMEORIGIN',
      'referrer-policy': 'no-referrer',
      'strict-transport-security': expect.stringContaining('max-age='),
    })
    expect(headers).not.toHaveProperty('x-powered-by')
  })

  it('the headers of every answer keep the protocol out of caches, its refusals too', async () => {
    const { headers } = await server.app.inject('/hserve/v2.5/user/info/1/')
    expect(headers['cache-control']).toBe('no-store')
  })
})

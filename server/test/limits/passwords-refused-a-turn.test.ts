import { ApiError } from '../../src/errors'
import { LIMITS } from '../../src/security/limits'
import { inPasswordTurn } from '../../src/security/password-turns'
import { serverForFile } from '../kit/server-for-file'

const PASSWORD = 'correct horse battery'

jest.mock('../../src/security/password-turns', () => ({
  inPasswordPlace: (_sender: unknown, act: () => Promise<unknown>) => act(),
  inPasswordTurn: jest.fn((_sender: unknown, work: () => Promise<unknown>) => work()),
}))

const { server } = serverForFile({ TRUSTED_PROXIES: '1' })

const busy = () => new ApiError('passwords_busy', 'Try again.', { retry_after: 1 })
const turns = jest.mocked(inPasswordTurn)
const freely = turns.getMockImplementation()
afterEach(() => {
  if (freely !== undefined) turns.mockImplementation(freely)
})

const post = (path: string, body: object, token?: string) =>
  server.call('POST', path, { body, ...(token !== undefined && { token }) })

describe('a password that is refused its turn', () => {
  it('a password that is refused its turn as a re-authentication is not counted as a try', async () => {
    const account = { username: 'busy', password: PASSWORD }
    const { body } = await post('/hserve/v2.1/register/username/', account)
    const again = () =>
      post('/ext/v1/account/reauthenticate/', { password: PASSWORD }, String(body.token))
    turns.mockImplementation(() => Promise.reject(busy()))
    for (let tries = 0; tries <= LIMITS.reauthenticationPerSession.max; tries += 1) {
      expect((await again()).status).toBe(503)
    }
    if (freely !== undefined) turns.mockImplementation(freely)
    expect((await again()).status).toBeLessThan(300)
  })

  it('a password that is refused its turn for the second account of a name stays counted for the first, which it was compared with', async () => {
    const email = 'claimed-twice@example.com'
    for (const password of [PASSWORD, 'staple of another sort']) {
      const { status } = await post('/hserve/v2.1/register/email/', { email, password })
      expect(status).toBeLessThan(300)
    }
    let asked = 0
    turns.mockImplementation((_sender, work) =>
      (asked += 1) % 2 === 0 ? Promise.reject(busy()) : work(),
    )
    const guess = () =>
      server.call('POST', '/hserve/v2.1/login/email/', {
        body: { email, password: 'not that one' },
        headers: { 'x-forwarded-for': '198.51.100.7' },
      })
    const statuses: number[] = []
    for (let tries = 0; tries <= LIMITS.passwordPerSender.max; tries += 1) {
      statuses.push((await guess()).status)
    }
    expect(statuses).toContain(503)
    expect(statuses.at(-1)).toBe(429)
  })
})

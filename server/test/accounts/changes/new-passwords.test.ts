import { serverForFile } from '../../kit/server-for-file'
import { mailedCode } from '../../kit/mailed-code'

const PASSWORD = 'correct horse battery'
const POOR = ['short', 'password123', 'x'.repeat(129), '']

const { server, hand } = serverForFile({ WEB_APP_URL: 'https://app.example.com/' })

const post = async (path: string, body: object, token?: string) =>
  server.call('POST', path, { body, ...(token !== undefined && { token }) })
const signIn = async (kind: string, name: string, password: string) =>
  (await post(`/hserve/v2.1/login/${kind}/`, { [kind]: name, password })).status
const newestToken = () => {
  const text = server.wechat.platform.outbox.mails().at(-1)?.text ?? ''
  return /token=([\w-]+)/.exec(text)?.[1] ?? ''
}

describe('a poor password', () => {
  it.each(POOR)('a poor password is refused in the place of another one: %p', async (poor) => {
    const name = `changes-${poor.length}`
    const { token } = await hand.register(name)
    const body = { password: PASSWORD, new_password: poor }
    const answer = await server.call('PUT', '/hserve/v2.2/user/account/', { body, token })

    expect(answer.status).toBe(400)
    expect(await signIn('username', name, PASSWORD)).toBe(201)
  })

  it.each(POOR)('a poor password is refused by a reset link that stays good: %p', async (poor) => {
    const email = `resets-${poor.length}@example.com`
    const { body } = await post('/hserve/v2.1/register/email/', { email, password: PASSWORD })
    await post('/hserve/v2.0/user/email-verify/', {}, body.token)
    const code = { code: mailedCode(server) }
    expect((await post('/ext/v1/account/email/verify/', code, body.token)).status).toBe(200)
    await post('/hserve/v2.0/user/password/reset/', { email })
    await server.context.background.settled()
    const token = newestToken()

    expect((await post('/ext/v1/email/reset/', { token, password: poor })).status).toBe(400)
    expect(await signIn('email', email, PASSWORD)).toBe(201)
    const good = { token, password: 'another horse battery' }
    expect((await post('/ext/v1/email/reset/', good)).status).toBe(200)
    expect(await signIn('email', email, 'another horse battery')).toBe(201)
  })
})

import { serverForFile } from '../../kit/server-for-file'
import { mailedCode } from '../../kit/mailed-code'
import { textedCode } from '../../kit/texted-code'

const PASSWORD = 'correct horse battery'
const PHONE = '13700000031'

const { server } = serverForFile()

const post = (path: string, body: object, token?: string) =>
  server.call('POST', path, { body, ...(token !== undefined && { token }) })
const change = async (body: object, token: string) => {
  const answer = await server.call('PUT', '/hserve/v2.2/user/account/', { body, token })
  expect(answer.status).toBe(200)
  await server.context.background.settled()
  return String(answer.body.token)
}
const texts = () =>
  server.wechat.platform.outbox
    .sms()
    .filter(({ to, text }) => to === PHONE && text.includes('Your account'))

describe('the owner of a verified number', () => {
  it('the owner of a verified number is notified by text message until an address is verified, and by mail from then on', async () => {
    await post('/hserve/v2.2/sms-verification-code/', { phone: PHONE })
    const code = textedCode(server)
    const { body } = await post('/hserve/v2.1/login/sms/', { phone: PHONE, code })
    let token = await change({ username: 'texted', new_password: PASSWORD }, String(body.token))
    expect(texts()).toHaveLength(1)

    token = await change({ email: 'texted@example.com' }, token)
    await post('/hserve/v2.0/user/email-verify/', {}, token)
    const verified = await post(
      '/ext/v1/account/email/verify/',
      { code: mailedCode(server) },
      token,
    )
    expect(verified.status).toBe(200)
    await server.context.background.settled()
    const before = texts().length

    await change({ username: 'mailed' }, String(verified.body.token))
    expect(texts()).toHaveLength(before)
    expect(server.wechat.platform.outbox.mails().at(-1)?.text).toContain('Your account')
  })
})

describe('the notices of one kind of change to one number', () => {
  it('the notices of one kind of change to one number are five at once and then one an hour, and hide no other kind', async () => {
    const phone = '13700000032'
    const notices = () =>
      server.wechat.platform.outbox
        .sms()
        .filter(({ to, text }) => to === phone && text.includes('Your account'))
        .map(({ text }) => text)
    const signIn = async () => {
      await post('/hserve/v2.2/sms-verification-code/', { phone })
      const { body } = await post('/hserve/v2.1/login/sms/', { phone, code: textedCode(server) })
      return String(body.token)
    }
    const token = await signIn()
    for (let nth = 0; nth < 8; nth += 1) await change({ username: `many-${nth}` }, token)
    expect(notices()).toHaveLength(5)

    await change({ new_password: PASSWORD }, token)
    expect(notices()).toHaveLength(6)
    expect(notices().at(-1)).toContain('the password was changed')

    server.clock.advance(60 * 60_000)
    await change({ username: 'many-more' }, await signIn())
    expect(notices()).toHaveLength(7)
  })
})

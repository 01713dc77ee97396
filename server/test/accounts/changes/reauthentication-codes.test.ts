import { consume, LIMITS } from '../../../src/security/limits'
import { mailedCode } from '../../kit/mailed-code'
import { serverForFile } from '../../kit/server-for-file'

const { server, hand } = serverForFile()

const post = (path: string, body: object, token: string) =>
  server.call('POST', path, { body, token })
const askByMail = (token: string) =>
  post('/ext/v1/account/reauthenticate/send/', { to: 'email' }, token)

/** Types an address in and verifies it: the token of the session from then on. */
const verified = async (token: string, email: string): Promise<string> => {
  const typed = await server.call('PUT', '/hserve/v2.2/user/account/', { body: { email }, token })
  const next = String(typed.body.token)
  expect((await post('/hserve/v2.0/user/email-verify/', {}, next)).status).toBe(201)
  const done = await post('/ext/v1/account/email/verify/', { code: mailedCode(server) }, next)
  expect(done.status).toBe(200)
  return String(done.body.token)
}

describe('a code for a re-authentication', () => {
  it.each([
    ['phone', { phone: '13811119001' }, 'phone_not_verified', 'phone_not_verified'],
    ['email', { email: 'claimed@example.com' }, 'email_missing', 'email_not_verified'],
  ] as const)(
    'a code for a re-authentication is sent to no %s that is missing or only claimed',
    async (to, claim, ofMissing, ofClaimed) => {
      const { token } = await hand.register(`claims-${to}`)
      const send = (by: string) =>
        server.call('POST', '/ext/v1/account/reauthenticate/send/', { body: { to }, token: by })
      expect((await send(token)).body.error_code).toBe(ofMissing)

      const changed = await server.call('PUT', '/hserve/v2.2/user/account/', { body: claim, token })
      const { status, body } = await send(String(changed.body.token))
      await server.context.background.settled()
      expect([status, body.error_code]).toEqual([400, ofClaimed])
      expect(server.wechat.platform.outbox.sms()).toEqual([])
      expect(server.wechat.platform.outbox.mails()).toEqual([])
    },
  )

  it('a code for a re-authentication is mailed to the owner of an address after those who claim it have used its mails up', async () => {
    const token = await verified((await hand.register('olive')).token, 'olive@example.com')
    for (let nth = 0; nth < LIMITS.mailPerClaim.max; nth += 1) {
      await consume(server.context, LIMITS.mailPerClaim, 'olive@example.com').catch(() => undefined)
    }
    await expect(
      consume(server.context, LIMITS.mailPerClaim, 'olive@example.com'),
    ).rejects.toMatchObject({ status: 429 })
    expect((await askByMail(token)).status).toBe(200)
  })

  it('a code for a re-authentication opens nothing once another address is verified, and not when the first is back', async () => {
    const first = await verified((await hand.register('petra')).token, 'petra@example.com')
    await askByMail(first)
    const code = mailedCode(server)
    const second = await verified(first, 'petra-2@example.com')
    const third = await verified(second, 'petra@example.com')
    const refused = await post('/ext/v1/account/reauthenticate/', { email_code: code }, third)
    expect(refused).toMatchObject({ status: 400, body: { error_code: 'email_code_wrong' } })
  })
})

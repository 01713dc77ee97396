import { eq } from 'drizzle-orm'
import { users } from '../../../src/db/schema'
import { serverForFile } from '../../kit/server-for-file'

const { server, hand } = serverForFile({ SMTP_URL: 'off', SMS_HOOK_URL: 'off' })

describe('a server whose mail and text messages are off', () => {
  it.each([
    ['/hserve/v2.2/sms-verification-code/', { phone: '13812345678' }, 'sms_not_sent'],
    ['/hserve/v2.0/user/password/reset/', { email: 'a@example.com' }, 'mail_not_sent'],
  ])(
    'a server whose mail and text messages are off answers %s with 503',
    async (path, body, code) => {
      const answer = await server.call('POST', path, { body })
      expect([answer.status, answer.body.error_code]).toEqual([503, code])
    },
  )

  it('a server whose mail and text messages are off mails no code, and changes an account without notifying its owner', async () => {
    const { token, user } = await hand.register('quiet')
    const known = { email: 'quiet@example.com', emailVerified: true }
    await server.context.db
      .update(users)
      .set(known)
      .where(eq(users.id, Number(user.id)))
    const mailed = await server.call('POST', '/ext/v1/account/reauthenticate/send/', {
      body: { to: 'email' },
      token,
    })
    expect([mailed.status, mailed.body.error_code]).toEqual([503, 'mail_not_sent'])
    const { mailer } = server.context
    const sent = [jest.spyOn(mailer, 'mail'), jest.spyOn(mailer, 'sms')]
    const renamed = await server.call('PUT', '/hserve/v2.2/user/account/', {
      body: { username: 'quieter' },
      token,
    })
    expect(renamed.status).toBe(200)
    await server.context.background.settled()
    for (const way of sent) expect(way).not.toHaveBeenCalled()
  })
})

import { serverForFile } from '../../kit/server-for-file'

const { server, hand } = serverForFile()

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
})

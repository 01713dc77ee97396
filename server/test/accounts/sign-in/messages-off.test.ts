import { eq } from 'drizzle-orm'
import { users, wechatIdentities } from '../../../src/db/schema'
import { unlink } from '../../../src/operator/unlink'
import { cancelAuthorization } from '../../../src/wechat-push/cancellation'
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

  /** Signs a person in through the phone button, verifies an address of theirs in the database, and unlinks WeChat. */
  const enteredByPhone = async (person: string) => {
    const signIn = () =>
      server.call('POST', '/hserve/v2.7/idp/wechat/phone-login/', {
        body: { code: hand.code(person), ...hand.phoneButton(person), create_user: true },
      })
    const { body } = await signIn()
    const { db } = server.context
    const id = Number(body.user_info.id)
    await db
      .update(users)
      .set({ email: `${person}@example.com`, emailVerified: true })
      .where(eq(users.id, id))
    await db.delete(wechatIdentities).where(eq(wechatIdentities.userId, id))
    return { id, token: String(body.token), signIn }
  }
  const remove = (token: string, name: 'email' | 'phone') =>
    server.call('PUT', '/hserve/v2.2/user/account/', {
      body: { [name]: null },
      token,
      headers: { 'x-hydrogen-client-sdk-type': 'file' },
    })

  it('a server whose mail and text messages are off removes no number beside an address that opens nothing without mail', async () => {
    const { token } = await enteredByPhone('carla')
    expect((await remove(token, 'phone')).body.error_code).toBe('last_sign_in_method')
    expect((await remove(token, 'email')).status).toBe(200)
    expect((await remove(token, 'phone')).body.error_code).toBe('last_sign_in_method')
  })

  it('a server whose mail and text messages are off keeps an address that would open the account if mail were sent', async () => {
    const { id, token } = await enteredByPhone('dora')
    await server.context.db
      .update(users)
      .set({ phoneSealed: null, phoneIndex: null, phoneVerified: false })
      .where(eq(users.id, id))
    expect((await remove(token, 'email')).body.error_code).toBe('last_sign_in_method')
  })

  it('a server whose mail and text messages are off lets the phone button open the account of a verified number', async () => {
    const { id, signIn } = await enteredByPhone('emil')
    expect((await signIn()).body.user_info.id).toBe(id)
  })

  /** An account with WeChat and a verified address, and with no password. */
  const withAddress = async (person: string) => {
    const { user } = await hand.signIn(person)
    const id = Number(user.id)
    const known = { email: `${person}@example.com`, emailVerified: true }
    const [row] = await server.context.db
      .update(users)
      .set(known)
      .where(eq(users.id, id))
      .returning()
    if (row === undefined) throw new Error('The account is gone.')
    return row
  }

  it('a server whose mail and text messages are off does not let an operator unlink the WeChat beside an address', async () => {
    const user = await withAddress('fritz')
    const operator = { context: server.context, name: 'olga', ask: null }
    const unlinking = { appid: null, lastMethod: 'kept' } as const
    await expect(unlink(operator, { user, wechat: null }, unlinking)).rejects.toThrow('--force')
    await unlink(operator, { user, wechat: null }, { ...unlinking, lastMethod: 'may-go' })
  })

  it('a server whose mail and text messages are off erases no account with an address when its person cancels at WeChat', async () => {
    const { id } = await withAddress('greta')
    await cancelAuthorization(server.context, hand.openid('greta'))
    const left = await server.context.db.select().from(users).where(eq(users.id, id))
    expect(left).toMatchObject([{ id, emailVerified: true }])
  })
})

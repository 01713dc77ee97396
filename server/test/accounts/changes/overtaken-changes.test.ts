import { eq } from 'drizzle-orm'
import { blockAccount } from '../../../src/accounts/sign-in/block'
import { sessions, users, wechatIdentities } from '../../../src/db/schema'
import { mailedCode } from '../../kit/mailed-code'
import { beforeTheNextWrite } from '../../kit/before-the-next-write'
import { serverForFile } from '../../kit/server-for-file'
import { textedCode } from '../../kit/texted-code'

const PASSWORD = 'correct horse battery'
const ACCOUNT = '/hserve/v2.2/user/account/'
const ATTACKER = 'mallory'

const { server, hand } = serverForFile()

const post = (path: string, body: object, token?: string) =>
  server.call('POST', path, { body, ...(token !== undefined && { token }) })
const change = (body: object, token: string) => server.call('PUT', ACCOUNT, { body, token })
const smsCode = async (phone: string) => {
  await post('/hserve/v2.2/sms-verification-code/', { phone })
  return textedCode(server)
}

interface Victim {
  readonly id: number
  readonly token: string
  readonly email: string
}

let victims = 0
/** An account with a verified address, to which another person holds a session too. */
const openAccount = async (): Promise<Victim> => {
  victims += 1
  const email = `victim-${victims}@example.com`
  const { body } = await post('/hserve/v2.1/register/email/', { email, password: PASSWORD })
  await post('/hserve/v2.0/user/email-verify/', {}, body.token)
  const verify = '/ext/v1/account/email/verify/'
  const verified = await post(verify, { code: mailedCode(server) }, body.token)
  return { id: Number(body.user_id), token: String(verified.body.token), email }
}

const resetByMail = async ({ email }: Victim) => {
  await post('/hserve/v2.0/user/password/reset/', { email })
  await server.context.background.settled()
  const [, token] =
    /#([\w-]{43})$/m.exec(server.wechat.platform.outbox.mails().at(-1)?.text ?? '') ?? []
  const password = 'another horse battery'
  const { status } = await post('/ext/v1/email/reset/', { token, password })
  expect(status).toBe(200)
}

const rowsOf = async ({ id }: Victim) => {
  const { db } = server.context
  const [user] = await db.select().from(users).where(eq(users.id, id))
  return {
    user,
    wechat: await db.$count(wechatIdentities, eq(wechatIdentities.userId, id)),
    sessions: await db.$count(sessions, eq(sessions.userId, id)),
  }
}

// What each needs is made before the change: that makes the transaction after it the first one.
const CHANGES: readonly (readonly [
  string,
  (victim: Victim) => Promise<() => ReturnType<typeof post>>,
])[] = [
  [
    'a new password',
    async ({ token }) =>
      () =>
        change({ password: PASSWORD, new_password: 'the words of a thief' }, token),
  ],
  [
    'a username',
    async ({ id, token }) =>
      () =>
        change({ username: `thief-${id}` }, token),
  ],
  [
    'another address',
    async ({ id, token }) =>
      () =>
        change({ email: `t-${id}@example.com` }, token),
  ],
  [
    'a link to WeChat',
    async ({ token }) => {
      const code = hand.code(ATTACKER)
      return () => post('/hserve/v2.4/idp/wechat/user-associate/', { code }, token)
    },
  ],
  [
    'a link to WeChat by a ticket',
    async ({ token }) => {
      const path = '/hserve/v2.5/idp/wechat/silent-login/'
      const { body } = await post(path, { code: hand.code(ATTACKER), create_user: false })
      const link_ticket = String(body.link_ticket)
      return () => post('/hserve/v2.4/idp/wechat/user-associate/', { link_ticket }, token)
    },
  ],
]

describe('a change of an account that the end of its session overtakes', () => {
  afterEach(() => jest.restoreAllMocks())

  it.each(CHANGES)(
    'a change overtaken by a reset of the password changes nothing: %s',
    async (_what, prepare) => {
      const victim = await openAccount()
      const act = await prepare(victim)
      const reset = { user: (await rowsOf(victim)).user, wechat: 0, sessions: 0 }
      beforeTheNextWrite(server, async () => {
        await resetByMail(victim)
        reset.user = (await rowsOf(victim)).user
      })
      const { status, body } = await act()
      expect([status, body.error_code]).toEqual([401, 'session_ended'])
      expect(await rowsOf(victim)).toEqual(reset)
    },
  )

  it('a number texted to another person is not verified once the password was reset', async () => {
    const victim = await openAccount()
    const phone = '13811117001'
    const claimed = await change({ phone }, victim.token)
    const token = String(claimed.body.token)
    const code = await smsCode(phone)
    beforeTheNextWrite(server, () => resetByMail(victim))
    const answer = await post('/hserve/v2.1/sms-phone-verification/', { code }, token)
    expect([answer.status, answer.body.error_code]).toEqual([401, 'session_ended'])
    expect((await rowsOf(victim)).user).toMatchObject({ phoneVerified: false })
  })

  it('a phone login keeps no number of its WeChat with an account that was taken from it meanwhile', async () => {
    const victim = await openAccount()
    const link = '/hserve/v2.4/idp/wechat/user-associate/'
    await post(link, { code: hand.code(ATTACKER) }, victim.token)
    const login = { code: hand.code(ATTACKER), ...hand.phoneButton(ATTACKER) }
    beforeTheNextWrite(server, () => resetByMail(victim))
    const { status } = await post('/hserve/v2.7/idp/wechat/phone-login/', login)
    expect(status).toBe(401)
    expect(await rowsOf(victim)).toMatchObject({ user: { phoneVerified: false }, wechat: 0 })
  })

  it('an account is not deleted in a session that ended while WeChat was asked about the credentials', async () => {
    const victim = await openAccount()
    const link = '/hserve/v2.4/idp/wechat/user-associate/'
    const { body } = await post(link, { code: hand.code(ATTACKER) }, victim.token)
    const { wechat } = server.context
    const ask = wechat.codeToSession.bind(wechat)
    jest.spyOn(wechat, 'codeToSession').mockImplementationOnce(async (code) => {
      await resetByMail(victim)
      return ask(code)
    })
    const path = '/ext/v1/account/delete/'
    const answer = await post(path, { code: hand.code(ATTACKER) }, String(body.token))
    expect([answer.status, answer.body.error_code]).toEqual([401, 'session_ended'])
    expect((await rowsOf(victim)).user).toMatchObject({ email: victim.email })
  })

  it('a change overtaken by a sign-out opens no new session', async () => {
    const victim = await openAccount()
    beforeTheNextWrite(server, () => post('/hserve/v2.0/session/destroy/', {}, victim.token))
    const link = '/hserve/v2.4/idp/wechat/user-associate/'
    expect((await post(link, { code: hand.code(ATTACKER) }, victim.token)).status).toBe(401)
    expect(await rowsOf(victim)).toMatchObject({ wechat: 0, sessions: 0 })
  })

  it('a change overtaken by a sign-out changes nothing while another device is signed in', async () => {
    const victim = await openAccount()
    await post('/hserve/v2.1/login/email/', { email: victim.email, password: PASSWORD })
    beforeTheNextWrite(server, () => post('/hserve/v2.0/session/destroy/', {}, victim.token))
    const answer = await change({ username: 'renamed' }, victim.token)
    expect([answer.status, answer.body.error_code]).toEqual([401, 'session_ended'])
    expect(await rowsOf(victim)).toMatchObject({ user: { username: null }, sessions: 1 })
  })

  it('a change overtaken by a block of the account is answered with 403', async () => {
    const victim = await openAccount()
    beforeTheNextWrite(server, () => blockAccount(server.context, victim.id, 'operator'))
    const answer = await change({ email: 'blocked@example.com' }, victim.token)
    expect([answer.status, answer.body.error_code]).toEqual([403, 'account_blocked'])
    expect((await rowsOf(victim)).user).toMatchObject({ email: victim.email })
  })

  it('a change overtaken by the deletion of the account is answered with 401', async () => {
    const victim = await openAccount()
    const erase = () => post('/ext/v1/account/delete/', { password: PASSWORD }, victim.token)
    beforeTheNextWrite(server, erase)
    const link = '/hserve/v2.4/idp/wechat/user-associate/'
    expect((await post(link, { code: hand.code(ATTACKER) }, victim.token)).status).toBe(401)
  })
})

import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { changeAccount } from '../../src/accounts/changes/change-account'
import { issueResetLink } from '../../src/accounts/email/reset-links'
import { resetPassword } from '../../src/accounts/email/password-reset'
import { eraseAccount } from '../../src/accounts/personal-data/delete-account'
import { loadAccount, type Account } from '../../src/accounts/users/account'
import { signInStatement } from '../../src/accounts/wechat/sign-in-statement'
import { updateWechatProfile } from '../../src/accounts/wechat/update-wechat-profile'
import { systemClock } from '../../src/clock'
import type { Context } from '../../src/context'
import { createContext } from '../../src/create-context'
import { sessions, users, wechatIdentities } from '../../src/db/schema'
import { isDatabaseTrouble } from '../../src/db/trouble'
import { unlink } from '../../src/operator/unlink'
import { endSessions } from '../../src/sessions/list'
import { openSession, type ClientInfo } from '../../src/sessions/session'
import { hashToken } from '../../src/sessions/token'
import { readSettings } from '../../src/settings/settings'
import { cancelAuthorization } from '../../src/wechat-push/cancellation'
import { revokeAuthorization } from '../../src/wechat-push/revocation'
import { postgresForFile } from '../kit/postgres-for-file'

// A hash is made in a thread that waits for all others, and this is about locks.
jest.mock('../../src/security/password', () => ({
  ...jest.requireActual<object>('../../src/security/password'),
  hashPassword: async () => 'hash',
}))

const database = postgresForFile()
const settings = readSettings({ LOG_LEVEL: 'silent' })
const { appid } = settings.wechat
const PROFILE = {
  nickname: 'Ann',
  avatar: 'https://example.com/a.png',
  gender: 0,
  language: '',
  city: '',
  province: '',
  country: '',
}
const CLIENT: ClientInfo = {
  ipAddress: '127.0.0.1',
  userAgent: '',
  deviceId: null,
  presentedTokenHash: null,
  signal: new AbortController().signal,
  rotation: 'takes-new-token',
}

/** A person with a WeChat, a verified address, and sessions on two devices. */
interface Person {
  readonly account: Account
  readonly openid: string
  readonly sessionId: string
  readonly tokenHash: string
  readonly otherTokenHash: string
  readonly resetLink: string
}

type Act = (context: Context, person: Person) => Promise<unknown>

const signIn: Act = (context, { openid, otherTokenHash }) => {
  const now = new Date().toISOString()
  const person = { appid, openid, unionid: 'union', recognition: 'by-openid' as const }
  const key = { session_key_sealed: 'sealed', session_key_mark: 'mark', code_hash: null }
  const device = { ip_address: '', user_agent: '', replaced_hash: otherTokenHash }
  const session = { session_id: randomUUID(), token_hash: randomUUID(), at: now, expires_at: now }
  return signInStatement(context)([
    { ...person, ...key, ...device, ...session, creates: false, login_method: 'wechat' },
  ])
}

const changeNames: Act = (context, { account, sessionId, tokenHash }) =>
  changeAccount(
    context,
    { ...account, sessionId, loginMethod: 'wechat', signedInAt: new Date() },
    { username: `n${account.user.id}`, phone: '13700000001' },
    { kind: 'none' },
    { ...CLIENT, presentedTokenHash: tokenHash },
  )

/** What locks both an account and its WeChat, or sessions of it. */
const ACTS: Readonly<Record<string, Act>> = {
  'a sign-in with WeChat': signIn,
  'a change of the WeChat profile': (context, { account }) =>
    updateWechatProfile(context, account, PROFILE, 'overwrite'),
  'a change of names': changeNames,
  'a reset of the password': (context, { resetLink }) =>
    resetPassword(context, resetLink, 'correct horse battery', CLIENT),
  'a revocation by WeChat': (context, { openid }) =>
    revokeAuthorization(context, openid, ['6', '8']),
  'a cancellation by WeChat': (context, { openid }) => cancelAuthorization(context, openid),
  'an unlinking by an operator': (context, { account }) =>
    unlink({ context, name: 'op', ask: null }, account, { appid: null, lastMethod: 'may-go' }),
  'an end of all sessions': (context, { account }) =>
    endSessions(context, { user: account.user, sessionId: null }, 'all', ''),
  'an erasure': (context, { account }) => eraseAccount(context, account.user.id),
}

const PAIRS = Object.keys(ACTS).flatMap((first) =>
  Object.keys(ACTS).flatMap((second) => (first === second ? [] : [[first, second] as const])),
)

describe('two changes of one account at the same moment', () => {
  let context: Context

  beforeAll(() => {
    context = createContext(settings, database.db, systemClock, [])
  })
  afterAll(() => context.background.settled())

  const newPerson = async (): Promise<Person> => {
    const openid = randomUUID()
    const email = `${openid}@example.com`
    const now = new Date()
    const [user] = await database.db
      .insert(users)
      .values({ email, emailVerified: true, wechatUnionid: openid, createdAt: now, updatedAt: now })
      .returning()
    if (user === undefined) throw new Error('no user was made')
    const userId = user.id
    await database.db.insert(wechatIdentities).values({ appid, openid, userId, createdAt: now })
    const [own, other] = [1, 2].map(() => openSession('wechat', CLIENT, now.getTime()))
    if (own === undefined || other === undefined) throw new Error('no session was made')
    await database.db.insert(sessions).values([own, other].map(({ row }) => ({ ...row, userId })))
    const account = await loadAccount(context, sql`${users.id} = ${userId}`)
    if (account === null) throw new Error('no account was made')
    return {
      account,
      openid,
      sessionId: own.row.id,
      tokenHash: hashToken(own.sessionToken.token),
      otherTokenHash: hashToken(other.sessionToken.token),
      resetLink: await issueResetLink(context, { userId, email }),
    }
  }

  it.each(PAIRS)(
    'two changes of one account at the same moment do not wait for each other in a circle: %s and %s',
    async (first, second) => {
      const person = await newPerson()
      const failures: unknown[] = []
      const sent: Promise<unknown>[] = []
      const send = (name: string) => {
        const act = ACTS[name]?.(context, person)
        sent.push(Promise.resolve(act).catch((error: unknown) => failures.push(error)))
      }
      // No one gets past the account while another holds it: each has locked what it locks before that.
      const released = database.db.transaction(async (tx) => {
        await tx.execute(sql`select from users where id = ${person.account.user.id} for update`)
        send(first)
        while ((await database.waiting()) < 1);
        send(second)
        while ((await database.waiting()) < 2);
        tx.rollback()
      })
      await expect(released).rejects.toThrow('Rollback')
      await Promise.all(sent)
      expect(failures.filter(isDatabaseTrouble)).toEqual([])
    },
    20_000,
  )
})

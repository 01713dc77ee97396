import { sql } from 'drizzle-orm'
import { verifyEmail } from '../../src/accounts/email/email-verification'
import { issueEmailCode } from '../../src/accounts/email/email-codes'
import { storeVerifiedPhone } from '../../src/accounts/phone/change-phone'
import { createWithWechat } from '../../src/accounts/wechat/create-with-wechat'
import { loadAccount } from '../../src/accounts/users/account'
import { systemClock } from '../../src/clock'
import type { Context } from '../../src/context'
import { createContext } from '../../src/create-context'
import { sessions, users } from '../../src/db/schema'
import { isDatabaseTrouble } from '../../src/db/trouble'
import { sealPhone, verifiedPhone } from '../../src/security/phone'
import type { Caller } from '../../src/sessions/authenticate'
import { openSession, type ClientInfo } from '../../src/sessions/session'
import { hashToken } from '../../src/sessions/token'
import { readSettings } from '../../src/settings/settings'
import { postgresForFile } from '../kit/postgres-for-file'

const database = postgresForFile()
const settings = readSettings({ LOG_LEVEL: 'silent' })
const CLIENT: ClientInfo = {
  ipAddress: '127.0.0.1',
  userAgent: '',
  deviceId: null,
  presentedTokenHash: null,
  signal: new AbortController().signal,
  rotation: 'takes-new-token',
}

interface Person {
  readonly caller: Caller
  readonly client: ClientInfo
}

describe('people who verify what others claim at the same moment', () => {
  let context: Context

  beforeAll(() => {
    context = createContext(settings, database.db, systemClock, [])
  })
  afterAll(() => context.background.settled())

  let people = 0
  const personWith = async (email: string | null, phone: string): Promise<Person> => {
    const now = new Date()
    const claims = { email, ...sealPhone(context.vault, phone) }
    const [user] = await database.db
      .insert(users)
      .values({ ...claims, createdAt: now, updatedAt: now })
      .returning()
    if (user === undefined) throw new Error('no user was made')
    const { row, sessionToken } = openSession('username', CLIENT, now.getTime())
    await database.db.insert(sessions).values({ ...row, userId: user.id })
    const account = await loadAccount(context, sql`${users.id} = ${user.id}`)
    if (account === null) throw new Error('no account was made')
    people += 1
    return {
      caller: { ...account, sessionId: row.id, loginMethod: 'username', signedInAt: now },
      client: { ...CLIENT, presentedTokenHash: hashToken(sessionToken.token) },
    }
  }

  /** Does both while the rows of these people are locked, lets go when both wait, and returns the trouble they had. */
  const meet = async (held: readonly Person[], acts: readonly (() => Promise<unknown>)[]) => {
    const failures: unknown[] = []
    const sent: Promise<unknown>[] = []
    const released = database.db.transaction(async (tx) => {
      for (const { caller } of held) {
        await tx.execute(sql`select from users where id = ${caller.user.id} for update`)
      }
      for (const act of acts) {
        sent.push(act().catch((error: unknown) => failures.push(error)))
        while ((await database.waiting()) < sent.length);
      }
      tx.rollback()
    })
    await expect(released).rejects.toThrow('Rollback')
    await Promise.all(sent)
    return failures.filter(isDatabaseTrouble)
  }

  it('two people of whom one verifies the number that the other claims, and one the address, do not wait for each other in a circle', async () => {
    const email = `met-${people}@example.com`
    const phone = '13912340001'
    const one = await personWith(email, phone)
    const other = await personWith(email, phone)
    const addressee = { userId: one.caller.user.id, email }
    const code = await issueEmailCode(context, 'verify', addressee)
    const trouble = await meet(
      [one, other],
      [
        () => verifyEmail(context, one.caller, code, one.client),
        () => storeVerifiedPhone(context, other.caller, phone, 'sms', other.client),
      ],
    )
    expect(trouble).toEqual([])
  }, 30_000)

  it('a newcomer and a claimant who verify one number at the same moment do not wait for each other in a circle', async () => {
    const phone = '13912340002'
    const claimant = await personWith(null, phone)
    const person = { openid: `newcomer-${people}`, unionid: null, sessionKey: 'key' }
    const fields = verifiedPhone(context.vault, phone, 'wechat')
    const trouble = await meet(
      [claimant],
      [
        () => storeVerifiedPhone(context, claimant.caller, phone, 'sms', claimant.client),
        () => createWithWechat(context, person, fields, 'wechat_phone', CLIENT),
      ],
    )
    expect(trouble).toEqual([])
  }, 30_000)
})

import { randomUUID } from 'node:crypto'
import { sql, type SQL } from 'drizzle-orm'
import { signInStatement, type SignInAttempt } from '../../src/accounts/wechat/sign-in-statement'
import { systemClock } from '../../src/clock'
import { createContext } from '../../src/create-context'
import { users, wechatIdentities } from '../../src/db/schema'
import { readSettings } from '../../src/settings/settings'
import { postgresForFile } from '../kit/postgres-for-file'

const PEOPLE = ['ann', 'ben', 'cat', 'dan', 'eve']
const database = postgresForFile()
const settings = readSettings({ LOG_LEVEL: 'silent' })
const { appid } = settings.wechat
const now = new Date()

const attempt = (openid: string, codeHash: string | null): SignInAttempt => ({
  appid,
  openid,
  unionid: null,
  recognition: 'by-openid',
  creates: false,
  code_hash: codeHash,
  session_key_sealed: 'sealed',
  session_key_mark: 'mark',
  session_id: randomUUID(),
  token_hash: randomUUID(),
  login_method: 'wechat',
  at: now.toISOString(),
  expires_at: now.toISOString(),
  ip_address: '127.0.0.1',
  user_agent: '',
  replaced_hash: null,
})

describe('the same sign-ins, gathered by two processes in opposite orders', () => {
  beforeAll(async () => {
    const times = { createdAt: now, updatedAt: now }
    const made = await database.db
      .insert(users)
      .values(PEOPLE.map(() => times))
      .returning({ id: users.id })
    await database.db
      .insert(wechatIdentities)
      .values(PEOPLE.map((openid, i) => ({ appid, openid, userId: made[i]?.id ?? 0, ...times })))
  })

  /** Sends both while `obstacle`, undone later, stands in the middle of what they touch: each gets as far as it can. */
  const signInTwice = async (codeOf: (openid: string) => string | null, obstacle: SQL) => {
    const signIn = signInStatement(createContext(settings, database.db, systemClock, []))
    const attempts = () => PEOPLE.map((openid) => attempt(openid, codeOf(openid)))
    const sent: ReturnType<typeof signIn>[] = []
    const cleared = database.db.transaction(async (tx) => {
      await tx.execute(obstacle)
      sent.push(signIn(attempts()), signIn(attempts().reverse()))
      while ((await database.waiting()) !== 2);
      tx.rollback()
    })
    await expect(cleared).rejects.toThrow('Rollback')
    return Promise.all(sent)
  }

  it('the sign-ins that two processes batch in opposite orders do not wait for each other in a circle for a person', async () => {
    const middle = sql`select from wechat_identities where openid = 'cat' for update`
    const outcomes = await signInTwice(() => null, middle)
    for (const { user } of outcomes.flat()) expect(user).not.toBeNull()
  })

  it('the sign-ins that two processes batch in opposite orders do not wait for each other in a circle for a code, and one of them gets all', async () => {
    const middle = sql`insert into spent_codes (code_hash, spent_at) values ('code of cat', now())`
    const outcomes = await signInTwice((openid) => `code of ${openid}`, middle)
    const fresh = outcomes.map((list) => list.filter(({ isFresh }) => isFresh).length)
    expect(fresh.sort()).toEqual([0, PEOPLE.length])
  })
})

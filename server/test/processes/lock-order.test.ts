import { randomUUID } from 'node:crypto'
import { signInStatement, type SignInAttempt } from '../../src/accounts/sign-in-statement'
import { systemClock } from '../../src/clock'
import { createContext } from '../../src/create-context'
import type { OpenDatabase } from '../../src/db/database'
import { migrate } from '../../src/db/migrate'
import { openDatabase } from '../../src/db/open'
import { users, wechatIdentities } from '../../src/db/schema'
import { readSettings } from '../../src/settings/settings'
import { anyPostgres } from '../kit/any-postgres'

const PEOPLE = Array.from({ length: 12 }, (_, i) => `person-${i}`)
const ROUNDS = 40
const MINUTE_MS = 60_000

describe('sign-ins of the same people, gathered in another order by every process', () => {
  let postgres: Awaited<ReturnType<typeof anyPostgres>>
  let database: OpenDatabase

  beforeAll(async () => {
    postgres = await anyPostgres()
    database = await openDatabase({ kind: 'postgres', url: await postgres.createDatabase() })
    await migrate(database.db)
  }, 60_000)
  afterAll(async () => {
    await database.close()
    await postgres.stop()
  })

  it('never wait for each other in a circle, be it for people or for codes', async () => {
    const { db } = database
    const settings = readSettings({ LOG_LEVEL: 'silent' })
    const { appid } = settings.wechat
    const createdAt = new Date()
    const made = await db
      .insert(users)
      .values(PEOPLE.map(() => ({ createdAt, updatedAt: createdAt })))
      .returning({ id: users.id })
    await db
      .insert(wechatIdentities)
      .values(PEOPLE.map((openid, i) => ({ appid, openid, userId: made[i]?.id ?? 0, createdAt })))
    const signIn = signInStatement(createContext(settings, db, systemClock))

    const attempt = (openid: string, round: number): SignInAttempt => ({
      appid,
      openid,
      unionid: null,
      recognition: 'by-openid',
      code_hash: `code ${round} of ${openid}`,
      session_key_sealed: 'sealed',
      session_id: randomUUID(),
      token_hash: randomUUID(),
      login_method: 'wechat',
      // A window of its own for every round: this is about locks, not about the limit.
      at: new Date(round * 2 * MINUTE_MS).toISOString(),
      expires_at: new Date(round * 2 * MINUTE_MS).toISOString(),
      ip_address: '127.0.0.1',
      user_agent: '',
      replaced_hash: null,
    })

    for (let round = 1; round <= ROUNDS; round += 1) {
      const attempts = PEOPLE.map((openid) => attempt(openid, round))
      const reversed = PEOPLE.map((openid) => attempt(openid, round)).reverse()
      const [ours, theirs] = await Promise.all([signIn(attempts), signIn(reversed)])
      const fresh = [...ours, ...theirs].filter(({ isFresh }) => isFresh)
      expect(fresh).toHaveLength(PEOPLE.length)
    }
  }, 60_000)
})

import { sql } from 'drizzle-orm'
import { migrate } from '../../src/db/migrate'
import { openDatabase } from '../../src/db/open'
import { users } from '../../src/db/schema'
import { keptIdentifiers } from '../../src/db/schema-identifiers'
import { rewriteIdentifiers } from '../../src/maintenance/rewrite-identifiers'
import { readSettings } from '../../src/settings/settings'
import { startServer } from '../../src/start'
import { emptyDatabase } from '../kit/server-database'
import { oldAccountsForFile } from './old-accounts'

const { server, addOld, rewrite, stored } = oldAccountsForFile()

describe('the rewriting of identifiers of accounts from before', () => {
  it('the rewriting of old identifiers finds all of them when it is interrupted, and when two processes do it at once', async () => {
    const ids = await addOld(
      ...Array.from({ length: 450 }, (_, at) => ({
        username: `User${at}`,
        phone: `86138${10_000_000 + at}`,
      })),
    )
    const [, last] = [...ids].reverse()
    await addOld({ username: 'uSER448' })
    const { db } = server.context
    let batches = 0
    const dying = new Proxy(db, {
      get: (target, name) => {
        if (name === 'transaction' && (batches += 1) > 2) throw new Error('the process dies')
        return Reflect.get(target, name, target) as unknown
      },
    })
    await expect(
      rewriteIdentifiers({ ...server.context, db: dying }, () => undefined),
    ).rejects.toThrow('the process dies')
    const unfolded = sql`username is not null and username_folded is null`
    expect(await db.$count(users, unfolded)).toBe(51)

    const lines = (await Promise.all([rewrite(), rewrite()])).flat()
    expect(lines.length).toBeGreaterThanOrEqual(1)
    expect(await db.$count(users, unfolded)).toBe(1)
    const kept = await db.select().from(keptIdentifiers)
    expect(kept).toEqual([{ userId: (last ?? 0) + 2, kind: 'username', reason: 'taken' }])
    const rows = await stored()
    expect(rows.filter(({ phone }) => phone?.startsWith('86'))).toEqual([])
  })

  it('the rewriting of old identifiers comes before a server answers, whose start prints the ids', async () => {
    const place = await emptyDatabase()
    const env = { ...place.env, PORT: '0', LOG_LEVEL: 'silent' }
    const { db, close } = await openDatabase(readSettings(env).database)
    await migrate(db)
    const at = new Date(0)
    const fields = { createdAt: at, updatedAt: at }
    const [, later] = await db
      .insert(users)
      .values([
        { username: 'Straße', ...fields },
        { username: 'STRASSE', ...fields },
      ])
      .returning({ id: users.id })
    await close()

    const steps: string[] = []
    const server = await startServer(env, { report: (step) => void steps.push(step) })
    await server.close()
    await place.remove()
    expect(steps.filter((step) => step.includes('username'))).toEqual([
      expect.stringMatching(new RegExp(`: ${later?.id}$`)),
    ])
  })
})

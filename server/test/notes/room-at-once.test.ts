import { eq, sql } from 'drizzle-orm'
import { systemClock } from '../../src/clock'
import { users } from '../../src/db/schema'
import { notesTable } from '../../src/modules/notes/table'
import { createNote } from '../../src/modules/notes/write-notes'
import { postgresForFile } from '../kit/postgres-for-file'

const AT_ONCE = 8
const database = postgresForFile()

describe('an account whose notes are written at the same moment', () => {
  /** An account with so many notes, of which some are deleted; writes some more at once, and counts what it has then. */
  const writeAtOnce = async (howMany: number, deleted: number) => {
    const { db } = database
    const now = new Date()
    const [user] = await db.insert(users).values({ createdAt: now, updatedAt: now }).returning()
    const userId = user?.id ?? 0
    await db.execute(sql`
      insert into notes (id, user_id, title, body, version, created_at, updated_at, deleted_at)
      select gen_random_uuid(), ${userId}, 'title', '', 1, now(), now(),
        case when n <= ${deleted}::int then now() + n * interval '1 second' end
      from generate_series(1, ${howMany}::int) as n`)
    const note = { title: 'title', body: '', pictures: [] }
    const written = await Promise.allSettled(
      Array.from({ length: AT_ONCE }, () => createNote({ db, clock: systemClock }, userId, note)),
    )
    return {
      taken: written.filter(({ status }) => status === 'fulfilled').length,
      held: await db.$count(notesTable, eq(notesTable.userId, userId)),
    }
  }

  it('an account whose notes are written at the same moment holds five hundred of them', async () => {
    expect(await writeAtOnce(498, 0)).toEqual({ taken: 2, held: 500 })
  }, 60_000)

  it('an account whose notes are written at the same moment has the room of deleted ones for each of them', async () => {
    expect(await writeAtOnce(500, AT_ONCE)).toEqual({ taken: AT_ONCE, held: 500 })
  }, 60_000)
})

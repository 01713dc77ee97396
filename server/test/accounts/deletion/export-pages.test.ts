import { sql } from 'drizzle-orm'
import { checkPages, eventPages, filePages } from '../../../src/accounts/personal-data/export-pages'
import { serverForFile } from '../../kit/server-for-file'

const { server, hand } = serverForFile()

const lengthsOf = async (pages: AsyncIterable<readonly object[]>): Promise<number[]> => {
  const lengths: number[] = []
  for await (const page of pages) lengths.push(page.length)
  return lengths
}

describe('a page of an export', () => {
  it('a page of an export has five hundred rows at most, whatever they are of', async () => {
    const { db } = server.context
    const id: number = (await hand.signIn('pat')).user.id
    await db.execute(sql`delete from audit_events where user_id = ${id}`)
    const rows = sql`from generate_series(1, 501) as n`
    await db.execute(sql`insert into files (id, user_id, name, mime_type, size, created_at)
      select gen_random_uuid(), ${id}, 'a', 'image/png', 1, timestamptz '2026-01-01' ${rows}`)
    await db.execute(sql`insert into image_checks (id, user_id, trace_id, verdict, created_at)
      select gen_random_uuid(), ${id}, 'page ' || n, 'pass', timestamptz '2026-01-01' ${rows}`)
    await db.execute(sql`insert into audit_events (at, user_id, kind, ip_address)
      select timestamptz '2026-01-01', ${id}, 'event', '' ${rows}`)
    for (const pages of [filePages, checkPages, eventPages]) {
      expect(await lengthsOf(pages(db, id))).toEqual([500, 1])
    }
  })
})

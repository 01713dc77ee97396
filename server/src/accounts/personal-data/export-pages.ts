import { and, eq, sql, type SQL } from 'drizzle-orm'
import type { AnyPgColumn } from 'drizzle-orm/pg-core'
import type { Database } from '../../db/database'
import { auditEvents } from '../../db/schema'
import { files, imageChecks } from '../../db/schema-files'
import { filePath } from '../../files/store'

const PAGE = 500

interface Row {
  readonly id: string | number
  /** The moment it is ordered by, as the database writes it: in microseconds, which a Date does not keep. */
  readonly place: string
}

/** Reads page after page, each with the rows after the last one of the page before, until one is not full. */
async function* pagesOf<R extends Row>(
  read: (after: Row | null) => Promise<R[]>,
): AsyncGenerator<R[]> {
  let last: Row | null = null
  for (;;) {
    const rows: R[] = await read(last)
    if (rows.length > 0) yield rows
    last = rows.at(-1) ?? null
    if (rows.length < PAGE || last === null) return
  }
}

const after = (last: Row | null, moment: AnyPgColumn, id: AnyPgColumn): SQL | undefined =>
  last === null ? undefined : sql`(${moment}, ${id}) > (${last.place}, ${last.id})`

async function* mapped<R, T>(
  pages: AsyncIterable<readonly R[]>,
  shape: (row: R) => T,
): AsyncGenerator<T[]> {
  for await (const page of pages) yield page.map(shape)
}

/** A user's audit trail, oldest first, as the export shows it. */
export const eventPages = (db: Database, userId: number) => {
  const { id, at, kind, ipAddress, actor } = auditEvents
  const pages = pagesOf((last) =>
    db
      .select({ id, place: sql<string>`${at}::text`, at, kind, ip_address: ipAddress, actor })
      .from(auditEvents)
      .where(and(eq(auditEvents.userId, userId), after(last, at, id)))
      .orderBy(at, id)
      .limit(PAGE),
  )
  return mapped(pages, (row) => ({
    at: row.at,
    kind: row.kind,
    ip_address: row.ip_address,
    by_operator: row.actor !== null,
  }))
}

/** A user's files without their bytes, oldest first, as the export shows them. */
export const filePages = (db: Database, userId: number) => {
  const { id, name, mimeType, size, createdAt } = files
  const pages = pagesOf((last) =>
    db
      .select({ id, name, mimeType, size, createdAt, place: sql<string>`${createdAt}::text` })
      .from(files)
      .where(and(eq(files.userId, userId), after(last, createdAt, id)))
      .orderBy(createdAt, id)
      .limit(PAGE),
  )
  return mapped(pages, (row) => ({
    id: row.id,
    name: row.name,
    mime_type: row.mimeType,
    size: row.size,
    created_at: row.createdAt,
    path: filePath(row.id),
  }))
}

/** A user's image checks, oldest first, as the export shows them. */
export const checkPages = (db: Database, userId: number) => {
  const { id, verdict, createdAt } = imageChecks
  const pages = pagesOf((last) =>
    db
      .select({ id, verdict, createdAt, place: sql<string>`${createdAt}::text` })
      .from(imageChecks)
      .where(and(eq(imageChecks.userId, userId), after(last, createdAt, id)))
      .orderBy(createdAt, id)
      .limit(PAGE),
  )
  return mapped(pages, (row) => ({
    id: row.id,
    verdict: row.verdict,
    created_at: row.createdAt,
  }))
}

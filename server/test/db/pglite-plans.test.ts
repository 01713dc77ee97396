import type { PGlite } from '@electric-sql/pglite'
import fc from 'fast-check'
import { hostileText } from '../fuzz/hostile'
import { pgliteForFile } from '../kit/planning-pglite'

const ECHO = 'select $1::text as said, $2::bigint as number, $3::boolean as flag'

const database = pgliteForFile()
const { plans } = database

describe('PGlite with kept plans', () => {
  it('PGlite with kept plans answers as PGlite itself does, whatever the values', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.option(hostileText),
        fc.option(fc.maxSafeInteger()),
        fc.option(fc.boolean()),
        async (...values) => {
          const answer = (client: PGlite) =>
            client.query(ECHO, values).then(
              ({ rows }) => rows,
              (error: { code?: string }) => error.code,
            )
          expect(await answer(database.keeping)).toEqual(await answer(database.plain))
        },
      ),
      { numRuns: 200 },
    )
    expect(await plans()).toBe(1)
  })

  it('PGlite with kept plans takes and returns bytes as PGlite itself does', async () => {
    await fc.assert(
      fc.asyncProperty(fc.option(fc.uint8Array({ maxLength: 300 })), async (bytes) => {
        const echo = async (client: PGlite) => {
          const text = 'select $1::bytea as bytes, length($1::bytea) as length'
          const [row] = (await client.query<{ bytes: Uint8Array; length: number }>(text, [bytes]))
            .rows
          return [row?.length, row?.bytes && [...row.bytes]]
        }
        expect(await echo(database.keeping)).toEqual(await echo(database.plain))
      }),
      { numRuns: 100 },
    )
  })

  it('PGlite with kept plans plans a statement from its second run on, once, also for callers at the same time', async () => {
    const before = await plans()
    const text = 'select $1::int + 1 as next'
    await database.keeping.query(text, [1])
    expect(await plans()).toBe(before)
    const answers = await Promise.all([2, 3, 4].map((n) => database.keeping.query(text, [n])))
    expect(answers.map(({ rows }) => rows)).toEqual([[{ next: 3 }], [{ next: 4 }], [{ next: 5 }]])
    expect(await plans()).toBe(before + 1)
  })

  it('PGlite with kept plans returns the usual error, with its code, when a planned statement fails', async () => {
    await database.plain.exec('create table once (id int primary key)')
    const insert = () => database.keeping.query('insert into once values ($1)', [1])
    await insert()
    for (let again = 0; again < 3; again += 1) {
      await expect(insert()).rejects.toMatchObject({ code: '23505', constraint: 'once_pkey' })
    }
  })

  it('PGlite with kept plans tries again to plan a statement whose planning failed', async () => {
    const text = 'select id from later'
    const read = () => database.keeping.query(text)
    for (let again = 0; again < 3; again += 1) {
      await expect(read()).rejects.toMatchObject({ code: '42P01' })
    }
    await database.plain.exec('create table later (id int primary key)')
    expect((await read()).rows).toEqual([])
  })
})

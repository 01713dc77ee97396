import { PGlite } from '@electric-sql/pglite'
import fc from 'fast-check'
import { keepPlans } from '../src/db/pglite-plans'
import { hostileText } from './fuzz/hostile'

const ECHO = 'select $1::text as said, $2::bigint as number, $3::boolean as flag'

describe('PGlite with kept plans', () => {
  let plain: PGlite
  let keeping: PGlite

  beforeAll(async () => {
    plain = await PGlite.create()
    keeping = keepPlans(plain)
  }, 120_000)
  afterAll(() => plain.close())

  const plans = async () => {
    const { rows } = await plain.query<{ n: number }>(
      'select count(*)::int as n from pg_prepared_statements',
    )
    return rows[0]?.n
  }

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
          expect(await answer(keeping)).toEqual(await answer(plain))
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
        expect(await echo(keeping)).toEqual(await echo(plain))
      }),
      { numRuns: 100 },
    )
  })

  it('PGlite with kept plans plans a statement from its second run on, once, also for callers at the same time', async () => {
    const before = (await plans()) ?? 0
    const text = 'select $1::int + 1 as next'
    await keeping.query(text, [1])
    expect(await plans()).toBe(before)
    const answers = await Promise.all([2, 3, 4].map((n) => keeping.query(text, [n])))
    expect(answers.map(({ rows }) => rows)).toEqual([[{ next: 3 }], [{ next: 4 }], [{ next: 5 }]])
    expect(await plans()).toBe(before + 1)
  })

  it('PGlite with kept plans returns the usual error, with its code, when a planned statement fails', async () => {
    await plain.exec('create table once (id int primary key)')
    const insert = () => keeping.query('insert into once values ($1)', [1])
    await insert()
    for (let again = 0; again < 3; again += 1)
      await expect(insert()).rejects.toMatchObject({ code: '23505', constraint: 'once_pkey' })
  })

  it('PGlite with kept plans plans what runs in transactions, and keeps the plan of one that is rolled back', async () => {
    const before = (await plans()) ?? 0
    const text = 'select $1::int * 2 as twice'
    const twice = (n: number) =>
      keeping.transaction(async (tx) => {
        const { rows } = await tx.query(text, [n])
        if (n === 2) throw new Error('rolled back')
        return rows
      })
    expect(await twice(1)).toEqual([{ twice: 2 }])
    await expect(twice(2)).rejects.toThrow('rolled back')
    expect(await plans()).toBe(before + 1)
    expect(await twice(3)).toEqual([{ twice: 6 }])
    expect((await keeping.query(text, [4])).rows).toEqual([{ twice: 8 }])
    expect(await plans()).toBe(before + 1)
  })

  it('PGlite with kept plans returns the usual error inside a transaction, which goes on from its savepoint', async () => {
    await plain.exec('create table members (id int primary key)')
    const insert = 'insert into members values ($1)'
    for (let id = 1; id < 4; id += 1)
      await keeping.transaction(async (tx) => {
        await tx.query(insert, [id])
        await tx.exec('savepoint before')
        await expect(tx.query(insert, [id])).rejects.toMatchObject({ code: '23505' })
        await expect(tx.query(insert, [id + 1])).rejects.toMatchObject({ code: '25P02' })
        await tx.exec('rollback to savepoint before')
        await expect(tx.query('select nothing from members')).rejects.toMatchObject({
          code: '42703',
        })
        await tx.exec('rollback to savepoint before')
      })
    const { rows } = await keeping.query('select id from members order by id')
    expect(rows).toEqual([{ id: 1 }, { id: 2 }, { id: 3 }])
  })

  it('PGlite with kept plans answers inside and outside of transactions at the same time', async () => {
    const text = 'select $1::int + 10 as more'
    await keeping.query(text, [0])
    const outside = () => keeping.query(text, [1])
    const inside = () =>
      keeping.transaction(async (tx) => {
        await tx.query('select 1')
        return tx.query(text, [1])
      })
    const answers = await Promise.all([inside(), outside(), inside(), outside()])
    expect(answers.map(({ rows }) => rows)).toEqual(Array(4).fill([{ more: 11 }]))
  })

  it('PGlite with kept plans tries again to plan a statement whose planning failed', async () => {
    const text = 'select id from later'
    const read = () => keeping.query(text)
    for (let again = 0; again < 3; again += 1)
      await expect(read()).rejects.toMatchObject({ code: '42P01' })
    await plain.exec('create table later (id int primary key)')
    expect((await read()).rows).toEqual([])
  })
})

import { pgliteForFile } from '../kit/planning-pglite'

const database = pgliteForFile()
const { plans } = database

describe('a transaction of PGlite with kept plans', () => {
  it('a transaction of PGlite with kept plans plans what runs in it, and keeps the plan when it is rolled back', async () => {
    const before = await plans()
    const text = 'select $1::int * 2 as twice'
    const twice = (n: number) =>
      database.keeping.transaction(async (tx) => {
        const { rows } = await tx.query(text, [n])
        if (n === 2) throw new Error('rolled back')
        return rows
      })
    expect(await twice(1)).toEqual([{ twice: 2 }])
    await expect(twice(2)).rejects.toThrow('rolled back')
    expect(await plans()).toBe(before + 1)
    expect(await twice(3)).toEqual([{ twice: 6 }])
    expect((await database.keeping.query(text, [4])).rows).toEqual([{ twice: 8 }])
    expect(await plans()).toBe(before + 1)
  })

  it('a transaction of PGlite with kept plans returns the usual error, and goes on from its savepoint', async () => {
    await database.plain.exec('create table members (id int primary key)')
    const insert = 'insert into members values ($1)'
    for (let id = 1; id < 4; id += 1) {
      await database.keeping.transaction(async (tx) => {
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
    }
    const { rows } = await database.keeping.query('select id from members order by id')
    expect(rows).toEqual([{ id: 1 }, { id: 2 }, { id: 3 }])
  })

  it('a transaction of PGlite with kept plans runs beside what is asked outside of it', async () => {
    const text = 'select $1::int + 10 as more'
    await database.keeping.query(text, [0])
    const outside = () => database.keeping.query(text, [1])
    const inside = () =>
      database.keeping.transaction(async (tx) => {
        await tx.query('select 1')
        return tx.query(text, [1])
      })
    const answers = await Promise.all([inside(), outside(), inside(), outside()])
    expect(answers.map(({ rows }) => rows)).toEqual(Array(4).fill([{ more: 11 }]))
  })
})

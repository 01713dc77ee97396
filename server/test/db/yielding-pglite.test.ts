import { PGlite } from '@electric-sql/pglite'
import { setImmediate } from 'node:timers/promises'
import { yieldBetweenStatements } from '../../src/db/yielding-pglite'

const TEN_MILLISECONDS = `select count(*) from generate_series(1, 60000) as a`

describe('an embedded database with many statements waiting', () => {
  let client: PGlite
  beforeAll(async () => {
    client = await PGlite.create()
  })
  afterAll(() => client.close())

  const turnsDuring = async (work: () => Promise<unknown>): Promise<number> => {
    let turns = 0
    let isOver = false
    const counting = (async () => {
      for (; !isOver; turns += 1) await setImmediate()
    })()
    await work()
    isOver = true
    await counting
    return turns
  }

  it('an embedded database with many statements waiting lets other work of the process in between them', async () => {
    const work = () => Promise.all(Array.from({ length: 30 }, () => client.query(TEN_MILLISECONDS)))
    const before = await turnsDuring(work)
    yieldBetweenStatements(client)
    const after = await turnsDuring(work)
    expect(before).toBeLessThan(5)
    expect(after).toBeGreaterThan(before + 5)
  })
})

import { PGlite } from '@electric-sql/pglite'
import { sql } from 'drizzle-orm'
import fs from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { OpenDatabase } from '../../src/db/database'
import { openDatabase } from '../../src/db/open'
import { isDatabaseTrouble } from '../../src/db/trouble'

const full = Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' })

// PGlite is not opened again more often than once a second: of this clock, however slow the machine is.
const begin = performance.now()
let passedMs = 0
const passSeconds = (seconds: number) => {
  passedMs += 1_000 * seconds
}
const holdClock = () => {
  jest.spyOn(performance, 'now').mockImplementation(() => begin + passedMs)
}

let dataDir: string
let database: OpenDatabase
beforeEach(holdClock)
beforeAll(async () => {
  holdClock()
  dataDir = await mkdtemp(join(tmpdir(), 'full-disk-'))
  database = await openDatabase({ kind: 'embedded', dataDir })
  await database.db.execute(sql`create table t (id int primary key)`)
})
afterEach(() => void jest.restoreAllMocks())
afterAll(async () => {
  await database.close()
  await rm(dataDir, { recursive: true, force: true })
})

const insert = (id: number) => database.db.execute(sql`insert into t values (${id})`)

const fillDisk = () =>
  jest.spyOn(fs, 'writeSync').mockImplementation(() => {
    throw full
  })

const refusal = async (statement: Promise<unknown>): Promise<unknown> =>
  statement.then(
    () => 'it went through',
    (error: unknown) => isDatabaseTrouble(error),
  )

describe('the embedded database on a full disk', () => {
  it('the embedded database on a full disk rejects statements as trouble, waiting ones and transactions as well, instead of stopping the process', async () => {
    await insert(1)
    fillDisk()
    const inTransaction = database.db.transaction(async (tx) => {
      await tx.execute(sql`insert into t values (2)`)
      await tx.execute(sql`insert into t values (3)`)
    })
    const statements = [inTransaction, insert(4), insert(5)]
    expect(await Promise.all(statements.map(refusal))).toEqual([true, true, true])
    expect(await refusal(insert(6))).toBe(true)
  })

  it('the embedded database opens again by itself when the disk has room, with everything acknowledged and nothing else', async () => {
    passSeconds(1)
    await insert(7)
    const { rows } = await database.db.execute(sql`select id from t order by id`)
    expect(rows).toEqual([{ id: 1 }, { id: 7 }])
  })

  it('the embedded database opens again by itself when its WebAssembly was stopped half-way', async () => {
    const trap = Object.assign(new Error('unreachable'), { name: 'RuntimeError' })
    jest.spyOn(PGlite.prototype, 'execProtocolRaw').mockRejectedValueOnce(trap)
    expect(await refusal(insert(8))).toBe(true)
    expect(await refusal(insert(8))).toBe(true)
    passSeconds(2)
    await insert(9)
    const { rows } = await database.db.execute(sql`select id from t order by id`)
    expect(rows).toEqual([{ id: 1 }, { id: 7 }, { id: 9 }])
  })
})

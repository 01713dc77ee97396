import { PGlite } from '@electric-sql/pglite'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { startSimulator, type Simulator } from '../../../simulator/start'
import { codesOf } from '../kit/codes'
import { startPostgres } from '../kit/postgres'
import { startServerProcess } from '../kit/server-process'
import { HALF_WRITTEN } from './half-written'
import { survive } from './survive'

const KILLS = 2
const WRITERS = 4

describe('a server killed under load', () => {
  let simulator: Simulator

  beforeAll(async () => {
    simulator = await startSimulator({ port: 0 })
  })
  afterAll(() => simulator.close())

  it('keeps every acknowledged write and nothing half-written, on the embedded database', async () => {
    const dataDir = await mkdtemp(join(tmpdir(), 'crash-'))
    const env = { DATA_DIR: dataDir, WECHAT_API_BASE: simulator.url }
    const start = () => startServerProcess(env)
    const { acknowledged, broken } = await survive({
      start,
      codeOf: codesOf(simulator),
      kills: KILLS,
      writers: WRITERS,
    })

    expect(broken).toEqual([])
    expect(acknowledged).toBeGreaterThanOrEqual(KILLS)
    const database = await PGlite.create(join(dataDir, 'pglite'))
    for (const query of HALF_WRITTEN)
      expect(await database.query(query)).toMatchObject({ rows: [{ count: 0 }] })
    await database.close()
    await rm(dataDir, { recursive: true, force: true })
  }, 60_000)

  it('keeps every acknowledged write and nothing half-written, on PostgreSQL', async () => {
    const postgres = await startPostgres()
    const url = await postgres.createDatabase()
    const env = { DATABASE_URL: url, WECHAT_API_BASE: simulator.url }
    const start = () => startServerProcess(env)
    const { acknowledged, broken } = await survive({
      start,
      codeOf: codesOf(simulator),
      kills: KILLS,
      writers: WRITERS,
      alsoCrash: postgres.crash,
    })

    expect(broken).toEqual([])
    expect(acknowledged).toBeGreaterThanOrEqual(KILLS)
    const database = new Client({ connectionString: url })
    await database.connect()
    for (const query of HALF_WRITTEN)
      expect((await database.query(query)).rows).toEqual([{ count: '0' }])
    await database.end()
    await postgres.stop()
  }, 60_000)
})

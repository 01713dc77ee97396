import { Client } from 'pg'
import { startSimulator } from '../../../simulator/index'
import { codesOf } from '../kit/codes'
import { startPostgres } from '../kit/postgres'
import { startServerProcess } from '../kit/server-process'
import { HALF_WRITTEN } from './half-written'
import { FEW } from './few'
import { survive } from './survive'

describe('a server killed under load, and PostgreSQL with it', () => {
  it('a server killed under load together with PostgreSQL keeps every acknowledged write and nothing half-written', async () => {
    const simulator = await startSimulator({ port: 0 })
    // A cluster of its own, because it is killed as well.
    const postgres = await startPostgres()
    const url = await postgres.createDatabase()
    const env = { DATABASE_URL: url, WECHAT_API_BASE: simulator.url, TRUSTED_PROXIES: '1' }
    const { acknowledged, broken } = await survive({
      ...FEW,
      start: () => startServerProcess(env),
      codeOf: codesOf(simulator),
      alsoCrash: postgres.crash,
    })

    expect(broken).toEqual([])
    expect(acknowledged).toBeGreaterThanOrEqual(FEW.kills)
    const database = new Client({ connectionString: url })
    await database.connect()
    for (const query of HALF_WRITTEN) {
      expect((await database.query(query)).rows).toEqual([{ count: '0' }])
    }
    await database.end()
    await Promise.all([postgres.stop(), simulator.close()])
  }, 180_000)
})

import { PGlite } from '@electric-sql/pglite'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { startSimulator } from '../../../simulator/index'
import { codesOf } from '../kit/codes'
import { migratedFolder } from '../kit/migrated-folder'
import { startServerProcess } from '../kit/server-process'
import { HALF_WRITTEN } from './half-written'
import { FEW } from './few'
import { survive } from './survive'

describe('a server killed under load, on the embedded database', () => {
  it('a server killed under load keeps every acknowledged write and nothing half-written on the embedded database', async () => {
    const simulator = await startSimulator({ port: 0 })
    const dataDir = await migratedFolder()
    const env = { DATA_DIR: dataDir, WECHAT_API_BASE: simulator.url, TRUSTED_PROXIES: '1' }
    const { acknowledged, broken } = await survive({
      ...FEW,
      start: () => startServerProcess(env),
      codeOf: codesOf(simulator),
    })

    expect(broken).toEqual([])
    expect(acknowledged).toBeGreaterThanOrEqual(FEW.kills)
    const database = await PGlite.create(join(dataDir, 'pglite'))
    for (const query of HALF_WRITTEN) {
      expect(await database.query(query)).toMatchObject({ rows: [{ count: 0 }] })
    }
    await database.close()
    await simulator.close()
    await rm(dataDir, { recursive: true, force: true })
  }, 180_000)
})

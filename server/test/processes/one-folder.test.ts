import { rm } from 'node:fs/promises'
import { httpClient } from '../kit/http-client'
import { migratedFolder } from '../kit/migrated-folder'
import { startServerProcess } from '../kit/server-process'

describe('a second process on one embedded database', () => {
  let dataDir: string

  beforeAll(async () => {
    dataDir = await migratedFolder()
  })
  afterAll(() => rm(dataDir, { recursive: true, force: true }))

  it('a second process on one embedded database is refused with a sentence that says what to do, and leaves the first one unharmed', async () => {
    const first = await startServerProcess({ DATA_DIR: dataDir })
    const second = startServerProcess({ DATA_DIR: dataDir })
    await expect(second).rejects.toThrow(
      /DATA_DIR \S+ is in use by another server: stop that one.*DATABASE_URL/,
    )
    expect((await httpClient(first.url).call('GET', '/healthz')).status).toBe(200)
    await first.stop()
  }, 120_000)

  it('a second process opens the embedded database once the first one is gone, even if that was killed', async () => {
    const first = await startServerProcess({ DATA_DIR: dataDir })
    await first.kill()
    const second = await startServerProcess({ DATA_DIR: dataDir })
    expect((await httpClient(second.url).call('GET', '/healthz')).status).toBe(200)
    await second.stop()
  }, 120_000)
})

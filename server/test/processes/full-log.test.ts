import { rm } from 'node:fs/promises'
import { httpClient } from '../kit/http-client'
import { migratedFolder } from '../kit/migrated-folder'
import { startServerProcess } from '../kit/server-process'

// Each write to it fails with ENOSPC, as on a disk that is full. Of Linux and BSD only.
const FULL_DISK = ['sh', '-c', 'exec "$@" 2>/dev/full', 'sh']
const onLinux = process.platform === 'linux' ? describe : describe.skip

onLinux('a server whose log is on a full disk', () => {
  it('a server whose log is on a full disk starts, answers and ends in order', async () => {
    const dataDir = await migratedFolder()
    const env = { DATA_DIR: dataDir, LOG_LEVEL: 'info' }
    const server = await startServerProcess(env, 'src/main.ts', FULL_DISK)
    try {
      const { call } = httpClient(server.url)
      expect((await call('GET', '/healthz')).status).toBe(200)
      expect((await call('GET', '/healthz')).status).toBe(200)
      process.kill(server.pid, 'SIGTERM')
      expect(await server.ended).toBe(0)
    } finally {
      await server.kill()
      await rm(dataDir, { recursive: true, force: true })
    }
  }, 120_000)
})

import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startServerProcess } from '../../server/test/kit/server-process'
import { startSimulator } from '../../simulator/start'

/**
 * One running backend and one WeChat for the whole contract project: the tests reach both by address only,
 * and stay out of each other's way by naming people of their own.
 */
export default async function startWorld(): Promise<void> {
  const simulator = await startSimulator({ port: 0 })
  const dataDir = await mkdtemp(join(tmpdir(), 'contract-'))
  const server = await startServerProcess({ DATA_DIR: dataDir, WECHAT_API_BASE: simulator.url })
  process.env['CONTRACT_SERVER'] = server.url
  process.env['CONTRACT_SIMULATOR'] = simulator.url

  globalThis.endContractWorld = async () => {
    await server.stop()
    await simulator.close()
    await rm(dataDir, { recursive: true, force: true })
  }
}

declare global {
  // Only `var` declares a property of globalThis, which is how Jest hands a value from setup to teardown.
  var endContractWorld: (() => Promise<void>) | undefined
}

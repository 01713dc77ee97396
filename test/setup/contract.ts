import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startServerProcess } from '../../server/test/kit/server-process'
import { startSimulator } from '../../simulator/start'

// Functions that go wrong in the two ways the documents tell apart, beside the one this project ships.
const GONE_WRONG = {
  throws: 'exports.main = async () => { throw new TypeError("no luck") }',
  eats_memory: 'exports.main = () => { const all = []; for (;;) all.push(new Array(1e6).fill(1)) }',
}

const deployFunctions = async (folder: string) => {
  await cp('cloud/functions', folder, { recursive: true })
  for (const [name, source] of Object.entries(GONE_WRONG)) {
    await mkdir(join(folder, name))
    await writeFile(join(folder, name, 'index.js'), source)
  }
}

/**
 * One running backend and one WeChat for the whole contract project: the tests reach both by address only,
 * and stay out of each other's way by naming people of their own.
 */
export default async function startWorld(): Promise<void> {
  const simulator = await startSimulator({ port: 0 })
  const dataDir = await mkdtemp(join(tmpdir(), 'contract-'))
  const functions = `${dataDir}-functions`
  await deployFunctions(functions)
  const server = await startServerProcess({
    DATA_DIR: dataDir,
    FUNCTIONS_DIR: functions,
    WECHAT_API_BASE: simulator.url,
  })
  process.env['CONTRACT_SERVER'] = server.url
  process.env['CONTRACT_SIMULATOR'] = simulator.url

  globalThis.endContractWorld = async () => {
    await server.stop()
    await simulator.close()
    for (const folder of [dataDir, functions]) await rm(folder, { recursive: true, force: true })
  }
}

declare global {
  // Only `var` declares a property of globalThis, which is how Jest hands a value from setup to teardown.
  var endContractWorld: (() => Promise<void>) | undefined
}

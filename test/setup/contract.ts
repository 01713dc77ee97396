import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startWorld } from './world'

// Functions that go wrong in the two ways the documents distinguish, beside the one this project ships.
const GONE_WRONG = {
  throws: 'exports.main = async () => { throw new TypeError("no luck") }',
  eats_memory: 'exports.main = () => { const all = []; for (;;) all.push(new Array(1e6).fill(1)) }',
}

const deployFunctions = async () => {
  const folder = await mkdtemp(join(tmpdir(), 'functions-'))
  await cp('cloud/functions', folder, { recursive: true })
  for (const [name, source] of Object.entries(GONE_WRONG)) {
    await mkdir(join(folder, name))
    await writeFile(join(folder, name, 'index.js'), source)
  }
  return folder
}

/**
 * One running backend and one WeChat for the whole contract project: the tests reach both by address only,
 * and stay out of each other's way by naming people of their own.
 */
export default async function setUp(): Promise<void> {
  const functions = await deployFunctions()
  const world = await startWorld({ FUNCTIONS_DIR: functions })
  process.env['CONTRACT_SERVER'] = world.server
  process.env['CONTRACT_SIMULATOR'] = world.simulator

  globalThis.endContractWorld = async () => {
    await world.stop()
    await rm(functions, { recursive: true, force: true })
  }
}

declare global {
  // Only `var` declares a property of globalThis, which is how Jest hands a value from setup to teardown.
  var endContractWorld: (() => Promise<void>) | undefined
}

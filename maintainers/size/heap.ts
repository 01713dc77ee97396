import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

const run = promisify(execFile)
const ONE_LAUNCH = fileURLToPath(new URL('heap-of-one-launch.ts', import.meta.url))

/** Megabytes of JavaScript heap that a mini-program holds at the first setData of its first page, in a process of its own. */
export const heapMegabytes = async (folder: string, page: string): Promise<number> => {
  const { stdout } = await run(process.execPath, [
    '--expose-gc',
    '--import',
    'tsx',
    ONE_LAUNCH,
    folder,
    page,
  ])
  return Number(stdout)
}

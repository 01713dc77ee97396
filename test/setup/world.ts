import { rm } from 'node:fs/promises'
import { migratedFolder } from '../../server/test/kit/migrated-folder'
import { startServerProcess } from '../../server/test/kit/server-process'
import { startSimulator } from '../../simulator/index'

/** One WeChat and one backend with an empty database, for all test files of a project. */
export interface RunningWorld {
  /** Origins the two answer at. */
  readonly simulator: string
  readonly server: string
  readonly stop: () => Promise<void>
}

/**
 * Starts both on free ports, the backend with `env` on top of ours. When a part does not start, ends those that did and
 * rejects: nothing is left to keep Jest from exiting.
 */
export const startWorld = async (
  env: Readonly<Record<string, string>> = {},
): Promise<RunningWorld> => {
  const endings: (() => Promise<void>)[] = []
  const stop = async () => {
    for (const end of endings.splice(0).reverse()) await end()
  }
  try {
    const dataDir = await migratedFolder()
    endings.push(() => rm(dataDir, { recursive: true, force: true }))
    const simulator = await startSimulator({ port: 0, bound: 'every-app' })
    endings.push(simulator.close)
    const settings = {
      DATA_DIR: dataDir,
      WECHAT_API_BASE: simulator.url,
      // As npm start has it: the app writes profiles by its own call (docs/settings.md).
      SDK_USER_INFO_UPDATE: 'on',
    }
    const server = await startServerProcess({ ...settings, ...env })
    endings.push(server.stop)
    return { simulator: simulator.url, server: server.url, stop }
  } catch (error) {
    await stop()
    throw error
  }
}

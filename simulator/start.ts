import { createSimulatorApp } from './app'
import type { Apps, Bound } from './platform/apps'
import { createPlatform, type Platform } from './platform/platform'

/** Where to listen and what to simulate. `now` is the base of the simulator's clock, in milliseconds. */
export interface SimulatorOptions {
  port: number
  host?: string
  seed?: string
  now?: () => number
  apps?: Apps
  /** Which mini-programs are bound to an Open Platform account and have a unionid; no app when left out. */
  bound?: Bound
}

/** A listening simulator. */
export interface Simulator {
  url: string
  platform: Platform
  close: () => Promise<void>
}

const isPortTaken = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && 'code' in error && error.code === 'EADDRINUSE'

/** Starts the simulator on `port` (0 picks a free one); resolves once it listens. Rejects in a sentence if it is taken. */
export const startSimulator = async ({
  port,
  host = '127.0.0.1',
  seed = 'wechat-on-your-desk',
  now = Date.now,
  apps = { kind: 'any' },
  bound = 'no-app',
}: SimulatorOptions): Promise<Simulator> => {
  const platform = createPlatform({ seed, now, apps, bound })
  const app = await createSimulatorApp(platform)
  try {
    await app.listen({ port, host })
  } catch (error) {
    if (!isPortTaken(error)) throw error
    throw new Error(
      `Port ${port} is taken: stop the program that listens there, or set SIM_PORT to a free port.`,
      { cause: error },
    )
  }
  return { url: app.listeningOrigin, platform, close: () => app.close() }
}

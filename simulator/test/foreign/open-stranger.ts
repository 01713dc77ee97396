import { fileURLToPath } from 'node:url'
import { launch, type LaunchOptions } from '../../host/launch'
import { countingServers } from '../host/bundle'

/** Launches one of the mini-programs below `tiny/`, as people write them who never heard of this simulator. */
export const openStranger = (name: string, options: Partial<LaunchOptions> = {}) =>
  launch(fileURLToPath(new URL(`tiny/${name}`, import.meta.url)), {
    person: 'alice',
    simulator: countingServers(),
    ...options,
  })

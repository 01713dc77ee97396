import type { UserConfigExport } from '@tarojs/cli'

/** Watching builds: quick and readable. */
export const devConfig: UserConfigExport<'webpack5'> = {
  logger: { quiet: true, stats: false },
}

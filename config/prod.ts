import type { UserConfigExport } from '@tarojs/cli'

/** Builds that ship. Taro minifies by default; nothing more is needed. */
export const prodConfig: UserConfigExport<'webpack5'> = {
  logger: { quiet: true, stats: false },
}

import type { UserConfigExport } from '@tarojs/cli'

/** Builds that ship. Taro minifies by default. */
export const prodConfig: UserConfigExport<'webpack5'> = {
  logger: { quiet: true, stats: false },
  mini: {
    // Licence texts stay in the repository: WeChat would count the extracted files into the package.
    webpackChain: (chain) => {
      chain.optimization
        .minimizer('terserPlugin')
        .tap(([options]) => [{ ...options, extractComments: false }])
    },
  },
}

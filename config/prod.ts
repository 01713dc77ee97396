import type { UserConfigExport } from '@tarojs/cli'

interface Minifier {
  terserOptions: { format?: object; output?: object }
}

// Chinese written as escapes takes twice the bytes; WeChat reads UTF-8.
const withPlainText = <Options extends Minifier>({ terserOptions, ...options }: Options) => {
  const { output, ...rest } = terserOptions
  const format = { ...output, ...terserOptions.format, ascii_only: false }
  return { ...options, terserOptions: { ...rest, format } }
}

/** Builds that ship. Taro minifies by default. */
export const prodConfig: UserConfigExport<'webpack5'> = {
  logger: { quiet: true, stats: false },
  mini: {
    // Licence texts stay in the repository: WeChat would count the extracted files into the package.
    webpackChain: (chain) => {
      chain.optimization
        .minimizer('terserPlugin')
        .tap(([options]) => [withPlainText({ ...options, extractComments: false })])
    },
  },
}

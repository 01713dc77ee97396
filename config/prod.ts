import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { UserConfigExport } from '@tarojs/cli'

interface Minifier {
  terserOptions: { format?: object; output?: object; compress?: object }
}

/** The year of the JavaScript that both engines of .browserslistrc speak. */
const ECMA = 2018

const REACT = dirname(createRequire(__filename).resolve('react'))
const JSX = 'cjs/react-jsx-runtime.production.min.js'

/** Shorter: modern syntax, and Chinese as it is, which takes half the bytes of its escapes. WeChat reads UTF-8. */
const forPhones = <Options extends Minifier>({ terserOptions, ...options }: Options) => {
  const { output, format, compress, ...rest } = terserOptions
  return {
    ...options,
    // Licence texts stay in the repository: WeChat would count the extracted files into the package.
    extractComments: false,
    terserOptions: {
      ...rest,
      ecma: ECMA,
      compress: { ...compress, ecma: ECMA, passes: 2 },
      format: { ...output, ...format, ecma: ECMA, ascii_only: false },
    },
  }
}

/** Builds that ship. Taro minifies by default. */
export const prodConfig: UserConfigExport<'webpack5'> = {
  logger: { quiet: true, stats: false },
  mini: {
    webpackChain: (chain) => {
      const modern = {
        arrowFunction: true,
        const: true,
        destructuring: true,
        templateLiteral: true,
      }
      chain.output.set('environment', modern)
      // Names of modules and exports count in every package and are never cached: the shortest will do.
      chain.resolve.alias
        .set('react/jsx-runtime$', join(__dirname, 'jsx-runtime.js'))
        .set('jsx-runtime-of-react$', join(REACT, JSX))
      chain.optimization.set('mangleExports', 'size').set('moduleIds', 'size')
      chain.optimization.minimizer('terserPlugin').tap(([options]) => [forPhones(options)])
    },
  },
}

import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { UserConfigExport } from '@tarojs/cli'
import { forPhones } from './minifier'

const REACT = dirname(createRequire(__filename).resolve('react'))
const JSX = 'cjs/react-jsx-runtime.production.min.js'

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

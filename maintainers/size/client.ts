import { gzipSync } from 'node:zlib'
import { build } from 'esbuild'
import { minify } from 'terser'

/** What the three rooms offer to the main package, with what they stand on left outside; useAccount() is for sub-packages. */
const CLIENT = `
export * from './src/auth/account/sign-in'
export * from './src/auth/auth'
export * from './src/auth/AuthGate'
export * from './src/auth/AuthProvider'
export * from './src/auth/sign-in-prompt'
export * from './src/auth/redirect'
export * from './src/auth/useWechatAuth'
export * from './src/baas/send'
export * from './src/platform/index.weapp'
`

/** What stands beside it in app.js of any Taro + React bundle: gzip shares words between neighbours. */
const NEIGHBOUR = `export * from '@tarojs/react'`

const OUTSIDE = ['react', 'react/*', 'zustand', 'zustand/*', '@tarojs/*']

export interface ClientSize {
  /** Minified, as the weapp build minifies. */
  bytes: number
  /** How much longer a gzipped bundle becomes. */
  gzipBytes: number
}

/** What src/baas, src/auth and src/platform add to a weapp bundle. */
export const measureClient = async (): Promise<ClientSize> => {
  const neighbour = await bundled(NEIGHBOUR, OUTSIDE.slice(0, -1), true)
  const { code: client = '' } = await minify(await bundled(CLIENT, OUTSIDE, false), {
    module: true,
    compress: { passes: 2 },
  })
  const gzipBytes = gzipped(neighbour + client) - gzipped(neighbour)
  return { bytes: Buffer.byteLength(client), gzipBytes }
}

const gzipped = (text: string) => gzipSync(text, { level: 9 }).length

const bundled = async (contents: string, external: string[], minify: boolean): Promise<string> => {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: '.', loader: 'ts' },
    bundle: true,
    write: false,
    minify,
    format: 'esm',
    jsx: 'automatic',
    // The newest that every browser of .browserslistrc speaks.
    target: 'es2019',
    resolveExtensions: ['.weapp.ts', '.weapp.tsx', '.ts', '.tsx', '.js'],
    external,
    define: {
      __DEVELOPMENT__: 'false',
      __SETTINGS__: '{}',
      '__FEATURES__.profileButton': '"whereAnswered"',
      'process.env.NODE_ENV': '"production"',
    },
    logLevel: 'error',
  })
  return outputFiles[0]?.text ?? ''
}

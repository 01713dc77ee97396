import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

const HERE = dirname(fileURLToPath(import.meta.url))

/** Every browser that WeChat's desktop and the issue name: what Safari 15.4 understands, all do. */
const TARGET = ['chrome100', 'firefox100', 'safari15.4']

/** Bundles the two scripts of the page: `panel.js` around the phone and `phone.js` inside it. Returns them by file name. */
export const buildClient = async (): Promise<Readonly<Record<string, string>>> => {
  const { outputFiles } = await build({
    entryPoints: {
      panel: join(HERE, '../panel/main.ts'),
      phone: join(HERE, '../../host/browser/main.ts'),
    },
    bundle: true,
    write: false,
    format: 'iife',
    target: TARGET,
    minify: true,
    outdir: '/',
    loader: { '.css': 'text' },
    define: { 'process.env.NODE_ENV': '"production"' },
    logLevel: 'silent',
  })
  return Object.fromEntries(outputFiles.map(({ path, text }) => [path.slice(1), text]))
}

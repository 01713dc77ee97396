import { readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build as bundle } from 'esbuild'
import type { ClientFiles } from './client-files'

const HERE = dirname(fileURLToPath(import.meta.url))

/** Every browser that WeChat's desktop and the issue name: what Safari 15.4 understands, all do. */
const TARGET = ['chrome100', 'firefox100', 'safari15.4']

/** In the order in which they count. */
const STYLES = ['base', 'head', 'controls', 'observers', 'phone', 'problems', 'popups', 'narrow']

const read = (path: string) => readFile(join(HERE, path), 'utf8')

const buildScripts = async (): Promise<Readonly<Record<'panel.js' | 'phone.js', string>>> => {
  const { outputFiles } = await bundle({
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
  const textOf = (name: string) =>
    outputFiles.find(({ path }) => path.endsWith(`${name}.js`))?.text ?? ''
  return { 'panel.js': textOf('panel'), 'phone.js': textOf('phone') }
}

const buildClient = async (): Promise<ClientFiles> => {
  const styles = Promise.all(STYLES.map((name) => read(`../panel/styles/${name}.css`)))
  const [scripts, panelCss, index, phone, phoneCss] = await Promise.all([
    buildScripts(),
    styles,
    read('../panel/index.html'),
    read('../../host/browser/phone.html'),
    read('../../host/browser/phone.css'),
  ])
  return {
    ...scripts,
    'index.html': index,
    'panel.css': panelCss.join('\n'),
    'phone.html': phone,
    'phone.css': phoneCss,
  }
}

let client: Promise<ClientFiles> | undefined

/** Builds the page from its sources, once per process: the scripts by esbuild, the styles as one file. */
export const loadClient = (): Promise<ClientFiles> => {
  client ??= buildClient()
  return client
}

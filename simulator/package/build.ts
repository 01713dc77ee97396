import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { generateDtsBundle } from 'dts-bundle-generator'
import { build, type Plugin } from 'esbuild'
import { loadClient } from '../preview/server/client'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const DIST = join(ROOT, 'dist')

/** The page comes built, and the command uses the library beside it. */
const asPackaged: Plugin = {
  name: 'as-packaged',
  setup: ({ onResolve }) => {
    onResolve({ filter: /^\.\/server\/client$/ }, () => ({
      path: join(ROOT, 'package/packed-client.ts'),
    }))
    onResolve({ filter: /^\.\.\/index$/ }, () => ({ path: './index.js', external: true }))
  },
}

const buildScripts = () =>
  build({
    absWorkingDir: ROOT,
    entryPoints: { index: 'index.ts', cli: 'package/cli.ts' },
    outdir: DIST,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20.19',
    packages: 'external',
    define: { 'import.meta.url': 'importMetaUrl' },
    banner: { js: "const importMetaUrl = require('node:url').pathToFileURL(__filename).href;" },
    plugins: [asPackaged],
    logLevel: 'warning',
  })

const writeClient = async () => {
  const folder = join(DIST, 'client')
  await mkdir(folder, { recursive: true })
  const files = Object.entries(await loadClient())
  await Promise.all(files.map(([name, content]) => writeFile(join(folder, name), content)))
}

/** One file of declarations, which holds all types that the public API names. */
const writeTypes = async () => {
  const [types = ''] = generateDtsBundle(
    [
      {
        filePath: join(ROOT, 'index.ts'),
        libraries: { allowedTypesLibraries: ['node'] },
        output: { noBanner: true, exportReferencedTypes: false },
      },
    ],
    { preferredConfigPath: join(ROOT, 'package/tsconfig.types.json') },
  )
  await writeFile(join(DIST, 'index.d.ts'), types)
}

const main = async (): Promise<void> => {
  await rm(DIST, { recursive: true, force: true })
  await mkdir(DIST, { recursive: true })
  await Promise.all([buildScripts(), writeClient(), writeTypes()])
}

main().catch((error: unknown) => {
  process.stderr.write(
    `${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
  )
  process.exitCode = 1
})

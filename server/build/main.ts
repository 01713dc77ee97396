import { build } from 'esbuild'
import { cp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { copyPackages } from './copy-packages'

const SERVER = fileURLToPath(new URL('..', import.meta.url))
const DIST = join(SERVER, 'dist')
// As deep below server/ as the rooms of the sources are, so that what they name relative to themselves (`../../.env`,
// `../../../cloud/functions/`, `./migrations/`) is found from here too.
const APP = join(DIST, 'app')

// They load binaries, or a worker's script, from beside themselves.
const PACKAGES = ['@electric-sql/pglite', '@node-rs/argon2', 'piscina', 'sharp']

/** What the sources read from beside themselves at run time. */
const FILES = [
  'db/migrations',
  'functions/runner.mjs',
  'functions/hostile-probe.cjs',
  'security/hash-worker.mjs',
]

const COMMONJS_IN_A_MODULE = [
  "import { createRequire as createRequireOfNode } from 'node:module'",
  'const require = createRequireOfNode(import.meta.url)',
].join('\n')

const run = async () => {
  await rm(DIST, { recursive: true, force: true })
  await build({
    absWorkingDir: SERVER,
    entryPoints: {
      main: 'src/production.ts',
      accounts: 'src/operator/main.ts',
      'rotate-keys': 'src/maintenance/rotate-keys.ts',
    },
    outdir: APP,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    // What is imported on demand stays a file of its own.
    splitting: true,
    platform: 'node',
    format: 'esm',
    target: 'node20.19',
    // A CommonJS file that is imported on demand would have a default export only.
    mainFields: ['module', 'main'],
    external: PACKAGES,
    banner: { js: COMMONJS_IN_A_MODULE },
    // Blanks and comments would stay in memory as long as the process lives: 5 MB. Names stay, and lines are short, so
    // that a stack is legible and points to one place.
    minifyWhitespace: true,
    minifySyntax: true,
    lineLimit: 120,
    logLevel: 'warning',
  })
  for (const file of FILES) {
    await cp(join(SERVER, 'src', file), join(APP, file.replace(/^.*\//, '')), { recursive: true })
  }
  await copyPackages(PACKAGES, join(DIST, 'node_modules'))
  process.stdout.write('server/dist: node server/dist/app/main.mjs starts the server\n')
}

await run()

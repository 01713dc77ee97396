import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { queryOnce, startPostgres } from './kit/postgres'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))
const HERE = fileURLToPath(new URL('./', import.meta.url))

/** The tests that stay out, each because PGlite itself is what it is about. */
const ABOUT_PGLITE = {
  'crash/kill-9-embedded.test.ts': 'what a folder holds after kill -9',
  'db/data-dir.test.ts': 'what DATA_DIR may be',
  'accounts/deletion/deletion-on-disk.test.ts':
    'what the files in the folder still hold of a deleted account',
  'accounts/deletion/deletion-stall.test.ts': 'how long an erasure keeps others waiting there',
  'db/full-disk.test.ts': 'what becomes of PGlite when its disk is full',
  'db/pglite-plans.test.ts': 'the plans we have PGlite keep',
  'processes/folder-race.test.ts': 'who holds the folder',
  'processes/one-folder.test.ts': 'who holds the folder',
  'maintenance/upkeep.test.ts': 'what nothing but us does in it',
} as const

const leftOut = (): string[] =>
  Object.entries(ABOUT_PGLITE).map(([file, subject]) => {
    if (!existsSync(HERE + file)) throw new Error(`${file} is left out, but there is none`)
    process.stdout.write(`left out: ${file} (${subject})\n`)
    return `server/test/${file.replaceAll('.', '\\.')}$`
  })

/** Says what the tests really ran on, and how many of them came. */
const tellUse = async (url: string): Promise<void> => {
  const [use] = await queryOnce<{ version: string; databases: number }>(
    url,
    `select current_setting('server_version') as version, count(*)::int as databases
     from pg_database where datname like 'test\\_%'`,
  )
  process.stdout.write(`${use?.databases} databases were made on PostgreSQL ${use?.version}\n`)
  if (!use?.databases) throw new Error('no test came to this PostgreSQL')
}

// Runs the server's tests on a PostgreSQL of their own; arguments go on to Jest.
const run = async () => {
  const ignored = leftOut().flatMap((pattern) => ['--testPathIgnorePatterns', pattern])
  const postgres = await startPostgres()
  try {
    const flags = ['--selectProjects', 'server', ...ignored]
    const jest = spawn('npx', ['jest', ...process.argv.slice(2), ...flags], {
      cwd: ROOT,
      stdio: 'inherit',
      env: { ...process.env, TEST_POSTGRES_URL: postgres.url },
    })
    const [code] = await once(jest, 'exit')
    process.exitCode = typeof code === 'number' ? code : 1
    await tellUse(postgres.url)
  } finally {
    await postgres.stop()
  }
}

run().catch((error: unknown) => {
  process.stderr.write(`${String(error)}\n`)
  process.exitCode = 1
})

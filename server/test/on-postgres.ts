import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { startPostgres } from './kit/postgres'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))

// Runs the server's tests on a PostgreSQL of their own; arguments go on to Jest.
const run = async () => {
  const postgres = await startPostgres()
  try {
    const jest = spawn('npx', ['jest', ...process.argv.slice(2), '--selectProjects', 'server'], {
      cwd: ROOT,
      stdio: 'inherit',
      env: { ...process.env, TEST_POSTGRES_URL: postgres.url },
    })
    const [code] = await once(jest, 'exit')
    process.exitCode = typeof code === 'number' ? code : 1
  } finally {
    await postgres.stop()
  }
}

run().catch((error: unknown) => {
  process.stderr.write(`${String(error)}\n`)
  process.exitCode = 1
})

import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startSimulator } from '../../simulator/start'
import { survive, type Ordeal } from '../test/crash/survive'
import { codesOf } from '../test/kit/codes'
import { startPostgres } from '../test/kit/postgres'
import { startServerProcess } from '../test/kit/server-process'
import { wholeNumber } from '../test/kit/whole-number'

const WRITERS = 8

const say = (line: string) => void process.stdout.write(`${line}\n`)

const endure = async (name: string, ordeal: Omit<Ordeal, 'writers' | 'report'>) => {
  const { acknowledged, broken } = await survive({
    ...ordeal,
    writers: WRITERS,
    report: (line) => say(`${name}: ${line}`),
  })
  for (const promise of broken) say(`${name}: LOST: ${promise}`)
  say(
    `${name}: ${ordeal.kills} kills, ${acknowledged} acknowledged writes, ${broken.length} lost\n`,
  )
  if (broken.length > 0) process.exitCode = 1
}

/** `npm run bench:crash -w server -- [kills]`: kills each kind of server so many times under load, 50 by default. */
const run = async (kills: number) => {
  const simulator = await startSimulator({ port: 0 })
  const codeOf = codesOf(simulator)
  const outside = { WECHAT_API_BASE: simulator.url, TRUSTED_PROXIES: '1' }

  const dataDir = await mkdtemp(join(tmpdir(), 'crash-'))
  const embedded = () => startServerProcess({ ...outside, DATA_DIR: dataDir })
  await endure('PGlite', { start: embedded, codeOf, kills })
  await rm(dataDir, { recursive: true, force: true })

  const postgres = await startPostgres()
  const url = await postgres.createDatabase()
  const shared = () => startServerProcess({ ...outside, DATABASE_URL: url })
  await endure('PostgreSQL, killed with the server', {
    start: shared,
    codeOf,
    kills,
    alsoCrash: postgres.crash,
  })
  await postgres.stop()
  await simulator.close()
}

const main = async () => run(wholeNumber('kills', process.argv[2] ?? '50'))

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`)
  process.exit(1)
})

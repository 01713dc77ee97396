import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { startSimulator } from '../../simulator/start'
import { harmPostgres } from '../test/chaos/harm-postgres'
import { withstand, type Chaos, type Outcome } from '../test/chaos/withstand'
import { codesOf } from '../test/kit/codes'
import { startPostgres } from '../test/kit/postgres'
import { startServerProcess, type ServerProcess } from '../test/kit/server-process'
import { wholeNumber } from '../test/kit/whole-number'

const WRITERS = 6
const CUTS_PER_RESTART = 10
const LONGEST_BACK_MS = 2_000
const FULL_DISK = new URL('../test/chaos/full-disk.mjs', import.meta.url).href
const BETWEEN_FULL_DISKS_MS = 1_000

const say = (line: string) => void process.stdout.write(`${line}\n`)

const conclude = (name: string, exits: number, outcome: Outcome) => {
  const { tally, acknowledged, lost, undisturbedMs, backAfterMs } = outcome
  for (const sentence of lost) say(`${name}: LOST: ${sentence}`)
  for (const request of new Set(tally.faults)) say(`${name}: 500: ${request}`)
  // The visits themselves take long on a busy machine, and are no part of coming back.
  const worst = Math.max(0, Math.round(Math.max(...backAfterMs) - undisturbedMs))
  say(
    `${name}: ${exits} exits, ${tally.faults.length} answers of 500, ${lost.length} of ${acknowledged} acknowledged writes lost, back to full service after ${worst} ms at most, beside the ${Math.round(undisturbedMs)} ms that the visits take undisturbed (wanted: 0, 0, 0, ${LONGEST_BACK_MS})`,
  )
  say(
    `${name}: ${tally.answered} answers, ${tally.unavailable} of 503 (${tally.unhelpful.length} without retry_after), the slowest after ${Math.round(tally.slowestMs)} ms\n`,
  )
  if (exits + tally.faults.length + lost.length > 0 || worst > LONGEST_BACK_MS) process.exitCode = 1
}

const endure = async (
  name: string,
  server: ServerProcess,
  chaos: Omit<Chaos, 'url' | 'writers' | 'report'>,
) => {
  let exits = 0
  void server.ended.then(() => {
    exits += 1
  })
  const outcome = await withstand({
    ...chaos,
    url: () => server.url,
    writers: WRITERS,
    report: (line) => say(`${name}: ${line}`),
  })
  conclude(name, exits, outcome)
  const begun = performance.now()
  await server.stop()
  const seconds = ((performance.now() - begun) / 1000).toFixed(1)
  say(`${name}: SIGTERM: ended with code ${await server.ended} after ${seconds} s\n`)
}

/** `npm run bench:chaos -w server -- [rounds]`: 20 rounds by default, on PostgreSQL each with ten connections cut. */
const run = async (rounds: number) => {
  const simulator = await startSimulator({ port: 0 })
  const codeOf = codesOf(simulator)
  const outside = { WECHAT_API_BASE: simulator.url, TRUSTED_PROXIES: '1' }

  const postgres = await startPostgres()
  const url = await postgres.createDatabase()
  const shared = await startServerProcess({ ...outside, DATABASE_URL: url })
  let cuts = 0
  const harm = harmPostgres(postgres, url, CUTS_PER_RESTART, () => {
    cuts += 1
  })
  await endure('PostgreSQL', shared, { codeOf, rounds, harm })
  say(`PostgreSQL: ${rounds} restarts, ${cuts} connections cut\n`)
  await postgres.stop()

  // The embedded database ends with its server, which bench:crash is about; what remains is a full disk.
  const dataDir = await mkdtemp(join(tmpdir(), 'chaos-'))
  const embedded = await startServerProcess({
    ...outside,
    DATA_DIR: dataDir,
    NODE_OPTIONS: `--import=${FULL_DISK}`,
  })
  const fillDisk = async () => {
    await wait(BETWEEN_FULL_DISKS_MS)
    process.kill(embedded.pid, 'SIGUSR2')
    // As long as full-disk.mjs keeps it full.
    await wait(300)
  }
  await endure('PGlite, full disk', embedded, { codeOf, rounds, harm: fillDisk })
  await rm(dataDir, { recursive: true, force: true })
  await simulator.close()
}

const main = async () => run(wholeNumber('rounds', process.argv[2] ?? '20'))

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`)
  process.exit(1)
})

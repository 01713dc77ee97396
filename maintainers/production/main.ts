import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { runMain } from '../../scripts/code/run-main'
import { median } from '../../server/bench/statistics'
import { table } from '../../server/bench/table'
import { startPostgres } from '../../server/test/kit/postgres'
import { FORMS, measureStart, type Form, type Start } from './one-start'

const run = promisify(execFile)
const ROUNDS = Number(process.env['ROUNDS'] ?? 7)
const WANTED = { start: 0.6, memory: 0.7 }
const MOST_EMBEDDED_MB = 400

const say = (text: string) => void process.stdout.write(`${text}\n`)

/** Starts both forms in turn, the first time unmeasured: it migrates and fills the caches of the disk. */
const compare = async (node: string, env: Readonly<Record<string, string>>) => {
  const starts: Record<Form, Start[]> = { tsx: [], compiled: [] }
  for (let round = 0; round <= ROUNDS; round += 1) {
    for (const form of FORMS) {
      const start = await measureStart(node, form, env)
      if (round > 0) starts[form].push(start)
    }
  }
  const of = (form: Form, figure: keyof Start) => median(starts[form].map((start) => start[figure]))
  return {
    milliseconds: [of('tsx', 'milliseconds'), of('compiled', 'milliseconds')] as const,
    megabytes: [of('tsx', 'megabytes'), of('compiled', 'megabytes')] as const,
  }
}

const ratio = ([before, after]: readonly [number, number]) => `${(after / before).toFixed(2)} ×`

/** Prints start and memory of the compiled server beside those of tsx, for this Node and every one that NODES names. */
const main = async () => {
  await run('npm', ['run', 'build', '-w', 'server'])
  const nodes = [process.execPath, ...(process.env['NODES'] ?? '').split(':').filter(Boolean)]
  const postgres = await startPostgres()
  const folder = await mkdtemp(join(tmpdir(), 'production-'))
  const databases = {
    PostgreSQL: { DATABASE_URL: await postgres.createDatabase() },
    embedded: { DATA_DIR: folder },
  }
  const rows: string[][] = []
  for (const node of nodes) {
    const version = (await run(node, ['--version'])).stdout.trim()
    for (const [name, env] of Object.entries(databases)) {
      const { milliseconds, megabytes } = await compare(node, env)
      const figures = [...milliseconds.map((ms) => `${ms.toFixed(0)} ms`), ratio(milliseconds)]
      const sizes = [...megabytes.map((mb) => `${mb.toFixed(0)} MB`), ratio(megabytes)]
      rows.push([version, name, ...figures, ...sizes])
    }
  }
  await postgres.stop()
  await rm(folder, { recursive: true, force: true })
  const heads = [
    'Node',
    'database',
    'start, tsx',
    'compiled',
    'ratio',
    'RSS, tsx',
    'compiled',
    'ratio',
  ]
  say(table(heads, rows))
  say(
    `Medians of ${ROUNDS}, in turn; load average ${loadavg()[0]?.toFixed(1)}. Wanted with PostgreSQL: start ` +
      `≤ ${WANTED.start} ×, RSS ≤ ${WANTED.memory} ×; embedded at rest ≤ ${MOST_EMBEDDED_MB} MB.`,
  )
}

runMain(main, 'stack')

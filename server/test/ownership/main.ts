import { fileURLToPath } from 'node:url'
import { startPostgres } from '../kit/postgres'
import { wholeNumber } from '../kit/whole-number'
import { runStories } from './run-stories'

// npm run ownership -w server -- [stories] [seed], on PGlite; ownership:postgres does the same on a PostgreSQL.
const ROOT = fileURLToPath(new URL('../../../', import.meta.url))
const PROCESSES = 2
const STORIES = { pglite: 10_000, postgres: 1_000 } as const

const say = (text: string) => void process.stdout.write(`${text}\n`)

const main = async (): Promise<void> => {
  const [engine, ...rest] = process.argv.slice(2)
  if (engine !== 'pglite' && engine !== 'postgres') throw new Error('name pglite or postgres')
  const stories = wholeNumber('stories', rest[0] ?? String(STORIES[engine]))
  const seed = wholeNumber('seed', rest[1] ?? String(Date.now() % 2 ** 31))
  const postgres = engine === 'postgres' ? await startPostgres() : null
  const startMs = performance.now()
  try {
    const shares = Array.from({ length: PROCESSES }, (_, i) => ({
      stories: Math.floor((stories + i) / PROCESSES),
      seed: seed + i,
      shrink: 'yes' as const,
      ...(postgres !== null && { postgresUrl: postgres.url }),
    }))
    const outcomes = await Promise.all(shares.map((share) => runStories(ROOT, share)))
    const seconds = Math.round((performance.now() - startMs) / 1000)
    const broken = outcomes.filter((outcome) => outcome.broken !== null)
    for (const outcome of broken) {
      say(`Broken after ${outcome.stories} stories of seed ${outcome.seed}: ${outcome.broken}\n`)
    }
    if (broken.length === 0) {
      say(`${stories} stories, seed ${seed}, ${engine}: every invariant held (${seconds} s)`)
    }
    process.exitCode = broken.length === 0 ? 0 : 1
  } finally {
    await postgres?.stop()
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`${String(error)}\n`)
  process.exitCode = 1
})

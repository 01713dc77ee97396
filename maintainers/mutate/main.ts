import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { copyTree } from '../mutations/tree'
import { areas, type Area } from './areas'
import { benchIn } from './bench'
import { drawMutants, type Draw } from './draw'
import { readEquivalents } from './equivalents'
import type { Mutant } from './mutant'
import { readOptions, type Options } from './options'
import type { Result } from './results'
import { tableOf, type Tally } from './table'

const print = (text: string) => void process.stdout.write(`${text}\n`)

const described = ({ file, line, before, after }: Mutant): string =>
  `${file}:${line}\n    - ${before}\n    + ${after}`

const tallyOf = ({ folder }: Area, draw: Draw, results: readonly Result[]): Tally => {
  const counted = (outcome: Result['outcome']) =>
    results.filter((result) => result.outcome === outcome).length
  return {
    folder,
    killed: counted('killed'),
    timedOut: counted('timed-out'),
    survived: counted('survived'),
    equivalent: draw.equivalents.length,
    illTyped: draw.illTyped,
    seconds: results.reduce((sum, { ms }) => sum + ms / 1000, 0),
  }
}

const tryAll = async (area: Area, draw: Draw): Promise<readonly Result[]> => {
  const tree = await copyTree(join('.cache/mutate/trees', area.folder))
  // A command that is broken off leaves no copy behind; the checkout itself is never touched.
  const removeNow = () =>
    rmSync(tree.folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 })
  process.once('exit', removeNow)
  try {
    const bench = benchIn(tree, area)
    const results: Result[] = []
    for (const mutant of draw.mutants) {
      const result = await bench.try(mutant)
      results.push(result)
      const place = `${results.length}/${draw.mutants.length}`
      const shown =
        result.outcome === 'survived' ? described(mutant) : `${mutant.file}:${mutant.line}`
      print(`${place} ${result.outcome} ${shown} ${result.killer}`)
    }
    return results
  } finally {
    process.removeListener('exit', removeNow)
    await tree.remove()
  }
}

/** Tries, or lists, a sample of every area that was asked for. */
const run = async (options: Options): Promise<void> => {
  const known = readEquivalents()
  const tallies: Tally[] = []
  for (const area of areas) {
    const isAsked = area.folder.startsWith(options.folder) || options.folder.startsWith(area.folder)
    if (!isAsked) continue
    const draw = drawMutants(area, options, known)
    if (options.does === 'list') draw.mutants.forEach((mutant) => print(described(mutant)))
    else if (draw.mutants.length > 0) tallies.push(tallyOf(area, draw, await tryAll(area, draw)))
  }
  if (options.does === 'try') print(`\nSeed ${options.seed}\n\n${tableOf(tallies)}`)
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1))

run(readOptions(process.argv.slice(2))).catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
})

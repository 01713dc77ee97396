import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { copyTree } from '../mutations/tree'
import { areas, type Area, type Project } from './areas'
import { benchIn } from './bench'
import { collectFunctions } from './collect'
import { drawMutants, type Draw } from './draw'
import { readEquivalents } from './equivalents'
import type { Mutant } from './mutant'
import { readOptions, type Options } from './options'
import type { Result } from './results'
import { tableOf, type Tally } from './table'

const print = (text: string) => void process.stdout.write(`${text}\n`)

const described = ({ file, line, before, after }: Mutant): string =>
  `${file}:${line}\n    - ${before}\n    + ${after}`

type Results = ReadonlyMap<Mutant, Result>

const tallyOf = ({ folder }: Area, draw: Draw, all: Results): Tally => {
  const results = draw.mutants.flatMap((mutant) => all.get(mutant) ?? [])
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

const tryAll = async (project: Project, mutants: readonly Mutant[]): Promise<Results> => {
  const tree = await copyTree(join('.cache/mutate/trees', project))
  // A command that is broken off leaves no copy behind; the checkout itself is never touched.
  const removeNow = () =>
    rmSync(tree.folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 })
  process.once('exit', removeNow)
  try {
    const bench = benchIn(tree, project)
    const results = new Map<Mutant, Result>()
    for (const [index, mutant] of mutants.entries()) {
      const result = await bench.tryLikeliest(mutant)
      if (result !== undefined) results.set(mutant, result)
      const { outcome, killer } = result ?? { outcome: 'open', killer: '' }
      const shown = result === undefined ? described(mutant) : `${mutant.file}:${mutant.line}`
      print(`${index + 1}/${mutants.length} ${outcome} ${shown} ${killer}`)
    }
    const others = await bench.tryOthers(mutants.filter((mutant) => !results.has(mutant)))
    for (const [mutant, { outcome, killer }] of others) {
      print(`${outcome} ${described(mutant)} ${killer}`)
    }
    return new Map([...results, ...others])
  } finally {
    process.removeListener('exit', removeNow)
    await tree.remove()
  }
}

/** Does what was asked with a sample of every area that was asked for. */
const run = async (options: Options): Promise<void> => {
  const known = readEquivalents()
  const asked = areas.filter(
    ({ folder }) => folder.startsWith(options.folder) || options.folder.startsWith(folder),
  )
  if (options.does === 'collect') {
    await collectFunctions([...new Set(asked.map(({ project }) => project))])
    return
  }
  const draws = asked.map((area) => ({ area, draw: drawMutants(area, options, known) }))
  if (options.does === 'list') {
    draws.forEach(({ draw }) => draw.mutants.forEach((mutant) => print(described(mutant))))
    return
  }
  const tallies: Tally[] = []
  for (const project of new Set(asked.map((area) => area.project))) {
    const mine = draws.filter(({ area }) => area.project === project)
    const results = await tryAll(
      project,
      mine.flatMap(({ draw }) => draw.mutants),
    )
    tallies.push(...mine.map(({ area, draw }) => tallyOf(area, draw, results)))
  }
  print(`\nSeed ${options.seed}\n\n${tableOf(tallies)}`)
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1))

run(readOptions(process.argv.slice(2))).catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
})

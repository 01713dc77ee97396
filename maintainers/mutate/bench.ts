import { readFileSync } from 'node:fs'
import type { Tree } from '../mutations/tree'
import type { Project } from './areas'
import { functionAround, readFunctions, runs } from './functions'
import { relatedTests, runTests, type Run } from './jest'
import { changed, type Mutant } from './mutant'
import { inOrder, LIKELIEST } from './order-tests'
import { idOf, keepResult, readResults, type Outcome, type Result } from './results'
import { settle } from './settle'

/** Tries mutants of one project in a copy of the project. */
export interface Bench {
  /** Runs the likeliest tests until one fails that passes without the mistake; undefined when none does. */
  readonly tryLikeliest: (mutant: Mutant) => Promise<Result | undefined>
  /** Runs all other related tests for mutants that the likeliest did not kill. */
  readonly tryOthers: (mutants: readonly Mutant[]) => Promise<ReadonlyMap<Mutant, Result>>
}

const textOf = (path: string): string => readFileSync(path, 'utf8')

const sourceOf = ({ file }: Mutant): string => textOf(file)

/** A bench in this copy. */
export const benchIn = (tree: Tree, project: Project): Bench => {
  const related = new Map<string, Promise<readonly string[]>>()
  const testsOf = (file: string) => {
    const tests = related.get(file) ?? relatedTests(tree.folder, project, file)
    related.set(file, tests)
    return tests
  }

  // Tests seen without any mistake: one that fails then would catch anything, and is left out from there on.
  const seen = new Map<string, 'green' | 'red'>()
  const isGreen = async (test: string): Promise<boolean> => {
    const known = seen.get(test)
    if (known !== undefined) return known === 'green'
    const { outcome } = await runTests(tree.folder, project, [test], 'first')
    seen.set(test, outcome === 'passed' ? 'green' : 'red')
    return outcome === 'passed'
  }

  const withMistakes = <T>(mutants: readonly Mutant[], task: () => Promise<T>): Promise<T> => {
    const [first, ...others] = mutants
    if (first === undefined) return task()
    const text = changed(sourceOf(first), first)
    return tree.withText(first.file, text, () => withMistakes(others, task))
  }

  const ran = readFunctions()
  /** The tests that may run the code of the mutant, as far as that is known. */
  const reachingTestsOf = async (mutant: Mutant): Promise<readonly string[]> => {
    const { file, start } = mutant
    const name = functionAround(file, sourceOf(mutant), start)
    return (await testsOf(file)).filter((test) => runs(ran, test, file, name) !== 'no')
  }

  const orderedTestsOf = async (mutant: Mutant): Promise<readonly string[]> =>
    inOrder(await reachingTestsOf(mutant), mutant.file, readResults(), textOf)

  const keep = (mutant: Mutant, outcome: Outcome, killer: string, ms: number): Result => {
    const id = idOf(mutant, sourceOf(mutant))
    const result = { id, file: mutant.file, outcome, killer, ms: Math.round(ms) }
    keepResult(result)
    return result
  }

  // What has run is remembered: the order changes with every result.
  const alreadyRun = new Map<Mutant, readonly string[]>()

  /** The first run that catches the mutant by a test that is green without it. */
  const caughtBy = async (mutant: Mutant): Promise<Run | undefined> => {
    const likeliest = (await orderedTestsOf(mutant)).slice(0, LIKELIEST)
    alreadyRun.set(mutant, [...(alreadyRun.get(mutant) ?? []), ...likeliest])
    const tests = likeliest.filter((test) => seen.get(test) !== 'red')
    if (tests.length === 0) return undefined
    const run = await withMistakes([mutant], () => runTests(tree.folder, project, tests, 'first'))
    const [killer] = run.failed
    if (run.outcome === 'passed') return undefined
    return killer === undefined || (await isGreen(killer)) ? run : caughtBy(mutant)
  }

  return {
    tryLikeliest: async (mutant) => {
      const id = idOf(mutant, sourceOf(mutant))
      // A survivor is tried again, because a test may have been written since.
      const earlier = readResults().find((each) => each.id === id && each.outcome !== 'survived')
      if (earlier !== undefined) return earlier
      const startedMs = performance.now()
      const run = await caughtBy(mutant)
      if (run === undefined) return undefined
      const outcome = run.outcome === 'failed' ? 'killed' : 'timed-out'
      return keep(mutant, outcome, run.failed[0] ?? '', performance.now() - startedMs)
    },
    tryOthers: async (mutants) => {
      const startedMs = performance.now()
      const killers = await settle(mutants, {
        othersOf: async (mutant) => {
          const already = new Set(alreadyRun.get(mutant))
          return (await reachingTestsOf(mutant)).filter((test) => !already.has(test))
        },
        failing: async (some, tests) => {
          const run = await withMistakes(some, () => runTests(tree.folder, project, tests, 'all'))
          return run.outcome === 'timed-out' ? tests : run.failed
        },
        isGreen,
      })
      const each = (performance.now() - startedMs) / mutants.length
      const result = (mutant: Mutant) => {
        const killer = killers.get(mutant)
        return keep(mutant, killer === undefined ? 'survived' : 'killed', killer ?? '', each)
      }
      return new Map(mutants.map((mutant) => [mutant, result(mutant)]))
    },
  }
}

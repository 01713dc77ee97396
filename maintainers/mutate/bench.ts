import { readFileSync } from 'node:fs'
import type { Tree } from '../../scripts/mutations/tree'
import type { Area } from './areas'
import { relatedTests, runTests } from './jest'
import { changed, type Mutant } from './mutant'
import { inOrder, inRuns } from './order-tests'
import { idOf, keepResult, readResults, type Result } from './results'

/** Tries mutants of one area in a copy of the project. */
export interface Bench {
  /** Makes the mistake and runs related tests until one fails. Rejects when that one fails without the mistake, too. */
  readonly try: (mutant: Mutant) => Promise<Result>
}

type Verdict = Pick<Result, 'outcome' | 'killer'>

/** A bench in this copy. */
export const benchIn = (tree: Tree, area: Area): Bench => {
  const related = new Map<string, Promise<readonly string[]>>()
  const testsOf = (file: string) => {
    const tests = related.get(file) ?? relatedTests(tree.folder, area, file)
    related.set(file, tests)
    return tests
  }

  const verdictOn = async (file: string): Promise<Verdict> => {
    for (const tests of inRuns(inOrder(await testsOf(file), file, readResults()))) {
      const { outcome, failed } = await runTests(tree.folder, area, tests)
      if (outcome === 'failed') return { outcome: 'killed', killer: failed }
      if (outcome === 'timed-out') return { outcome, killer: failed }
    }
    return { outcome: 'survived', killer: '' }
  }

  const green = new Set<string>()
  // A test that fails anyway would catch anything.
  const insistOnGreen = async (test: string): Promise<void> => {
    if (test === '' || green.has(test)) return
    const { outcome, printed } = await runTests(tree.folder, area, [test])
    if (outcome !== 'passed') throw new Error(`${test} fails without any mistake:\n${printed}`)
    green.add(test)
  }

  return {
    try: async (mutant) => {
      const source = readFileSync(mutant.file, 'utf8')
      const id = idOf(mutant, source)
      // A survivor is tried again, because a test may have been written since.
      const earlier = readResults().find((each) => each.id === id && each.outcome === 'killed')
      if (earlier !== undefined) return earlier
      const startedMs = performance.now()
      const verdict = await tree.withText(mutant.file, changed(source, mutant), () =>
        verdictOn(mutant.file),
      )
      const ms = Math.round(performance.now() - startedMs)
      await insistOnGreen(verdict.killer)
      const result = { id, file: mutant.file, ...verdict, ms }
      keepResult(result)
      return result
    },
  }
}

import { readFileSync } from 'node:fs'
import type { Tree } from '../../scripts/mutations/tree'
import type { Area } from './areas'
import { relatedTests, runTests } from './jest'
import { changed, type Mutant } from './mutant'
import { inOrder, inRuns } from './order-tests'
import { idOf, keepResult, readResults, type Result } from './results'

const LIMIT_MS = 300_000

/** Tries mutants of one area in a copy of the project. */
export interface Bench {
  /** Rejects when the tests fail without any mistake: they would catch anything. */
  readonly insistOnGreen: (files: readonly string[]) => Promise<void>
  /** Makes the mistake and runs related tests until one fails. */
  readonly try: (mutant: Mutant) => Promise<Result>
}

/** A bench in this copy. */
export const benchIn = (tree: Tree, area: Area): Bench => {
  const related = new Map<string, Promise<readonly string[]>>()
  const testsOf = (file: string) => {
    const tests = related.get(file) ?? relatedTests(tree.folder, area, [file])
    related.set(file, tests)
    return tests
  }

  const verdict = async (file: string): Promise<Pick<Result, 'outcome' | 'killer'>> => {
    for (const tests of inRuns(inOrder(await testsOf(file), file, readResults()))) {
      const { outcome, failed } = await runTests(tree.folder, area, tests, LIMIT_MS)
      if (outcome === 'failed') return { outcome: 'killed', killer: failed }
      if (outcome === 'timed-out') return { outcome, killer: failed }
    }
    return { outcome: 'survived', killer: '' }
  }

  return {
    insistOnGreen: async (files) => {
      const tests = await relatedTests(tree.folder, area, files)
      if (tests.length === 0) throw new Error(`No test reaches ${files.join(', ')}.`)
      const { outcome, printed } = await runTests(tree.folder, area, tests, 4 * LIMIT_MS)
      if (outcome !== 'passed') throw new Error(`Tests fail without any mistake:\n${printed}`)
    },
    try: async (mutant) => {
      const source = readFileSync(mutant.file, 'utf8')
      const id = idOf(mutant, source)
      // A survivor is tried again, because a test may have been written since.
      const earlier = readResults().find((each) => each.id === id && each.outcome === 'killed')
      if (earlier !== undefined) return earlier
      const startedMs = performance.now()
      const { outcome, killer } = await tree.withText(mutant.file, changed(source, mutant), () =>
        verdict(mutant.file),
      )
      const ms = Math.round(performance.now() - startedMs)
      const result = { id, file: mutant.file, outcome, killer, ms }
      keepResult(result)
      return result
    },
  }
}

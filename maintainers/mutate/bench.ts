import { readFileSync } from 'node:fs'
import type { Tree } from '../mutations/tree'
import type { Area } from './areas'
import { relatedTests, runTests } from './jest'
import { changed, type Mutant } from './mutant'
import { inOrder, inRuns } from './order-tests'
import { idOf, keepResult, readResults, type Result } from './results'

/** Tries mutants of one area in a copy of the project. */
export interface Bench {
  /** Makes the mistake and runs related tests until one fails that passes without it. */
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

  // Tests seen without any mistake: one that fails then would catch anything, and is left out from there on.
  const green = new Set<string>()
  const red = new Set<string>()
  const isGreen = async (test: string): Promise<boolean> => {
    if (test === '' || green.has(test)) return true
    const { outcome } = await runTests(tree.folder, area, [test])
    const seen = outcome === 'passed' ? green : red
    seen.add(test)
    return seen === green
  }

  const verdictOn = async (file: string): Promise<Verdict> => {
    const tests = (await testsOf(file)).filter((test) => !red.has(test))
    for (const some of inRuns(inOrder(tests, file, readResults()))) {
      const { outcome, failed } = await runTests(tree.folder, area, some)
      if (outcome === 'failed') return { outcome: 'killed', killer: failed }
      if (outcome === 'timed-out') return { outcome, killer: failed }
    }
    return { outcome: 'survived', killer: '' }
  }

  const certainVerdictOn = async (mutant: Mutant, text: string): Promise<Verdict> => {
    const verdict = await tree.withText(mutant.file, text, () => verdictOn(mutant.file))
    return (await isGreen(verdict.killer)) ? verdict : certainVerdictOn(mutant, text)
  }

  return {
    try: async (mutant) => {
      const source = readFileSync(mutant.file, 'utf8')
      const id = idOf(mutant, source)
      // A survivor is tried again, because a test may have been written since.
      const earlier = readResults().find((each) => each.id === id && each.outcome === 'killed')
      if (earlier !== undefined) return earlier
      const startedMs = performance.now()
      const verdict = await certainVerdictOn(mutant, changed(source, mutant))
      const ms = Math.round(performance.now() - startedMs)
      const result = { id, file: mutant.file, ...verdict, ms }
      keepResult(result)
      return result
    },
  }
}

import type { Mutant } from '../mutant'
import { inGroups, settle } from '../settle'

const mutant = (file: string): Mutant => ({
  ...{ file, line: 1, start: 0, end: 1 },
  ...{ text: '', before: '', after: '' },
})
const [first, second, third] = [mutant('a.ts'), mutant('b.ts'), mutant('a.ts')]

/** Tests by name, each with the mutants it notices. */
const trialsOf = (noticed: Readonly<Record<string, readonly Mutant[]>>, red: string[] = []) => {
  const runs: string[] = []
  return {
    runs,
    othersOf: async () => Object.keys(noticed),
    failing: async (mutants: readonly Mutant[], tests: readonly string[]) => {
      runs.push(`${tests.join(' ')} with ${mutants.length}`)
      return tests.filter(
        (test) => red.includes(test) || mutants.some((each) => noticed[test]?.includes(each)),
      )
    },
    isGreen: async (test: string) => !red.includes(test),
  }
}

describe('a group of mutants', () => {
  it('a group of mutants has no two of one file', () => {
    expect(inGroups([first, second, third])).toEqual([[first, second], [third]])
  })

  it('a group of mutants runs every test once, and each test that fails once more for each mutant', async () => {
    const { runs, ...trials } = trialsOf({ one: [second], two: [], three: [] })
    const killers = await settle([first, second], trials)
    expect([...killers]).toEqual([[second, 'one']])
    expect(runs).toEqual(['one two three with 2', 'one with 1', 'one with 1'])
  })

  it('a group of mutants is not killed by a test that fails without them, nor by one that fails with all of them only', async () => {
    const { failing, ...trials } = trialsOf({ red: [], together: [] }, ['red'])
    const flaky = async (
      mutants: readonly Mutant[],
      tests: readonly string[],
    ): Promise<readonly string[]> => (mutants.length === 2 ? tests : failing(mutants, tests))
    expect((await settle([first, second], { ...trials, failing: flaky })).size).toBe(0)
  })
})

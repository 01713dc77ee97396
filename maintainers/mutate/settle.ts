import type { Mutant } from './mutant'

/** What it takes to find the tests that kill. */
export interface Trials {
  /** The tests of a mutant that have not been run for it. */
  readonly othersOf: (mutant: Mutant) => Promise<readonly string[]>
  /** Those of the tests that fail with all of these mistakes in the code; all of them when they do not end. */
  readonly failing: (
    mutants: readonly Mutant[],
    tests: readonly string[],
  ) => Promise<readonly string[]>
  /** Whether a test passes without any mistake. */
  readonly isGreen: (test: string) => Promise<boolean>
}

/** Groups with no two mutants of one file. */
export const inGroups = (mutants: readonly Mutant[]): readonly (readonly Mutant[])[] => {
  const groups: Mutant[][] = []
  for (const mutant of mutants) {
    const group = groups.find((each) => each.every(({ file }) => file !== mutant.file))
    if (group === undefined) groups.push([mutant])
    else group.push(mutant)
  }
  return groups
}

/**
 * Finds a test that kills each mutant; one that is not in the answer has survived. All tests run once for a whole group
 * of mistakes, because a survivor alone takes all of them; whatever fails then runs again for each mistake alone, which
 * is what counts. A mistake that hides another makes a survivor too many, never one too few.
 */
export const settle = async (
  mutants: readonly Mutant[],
  { othersOf, failing, isGreen }: Trials,
): Promise<ReadonlyMap<Mutant, string>> => {
  const killers = new Map<Mutant, string>()
  for (const group of inGroups(mutants)) {
    const others = new Map<Mutant, readonly string[]>()
    for (const mutant of group) others.set(mutant, await othersOf(mutant))
    const tests = [...new Set([...others.values()].flat())]
    if (tests.length === 0) continue
    for (const test of await failing(group, tests)) {
      for (const mutant of group) {
        const isOpen = !killers.has(mutant) && others.get(mutant)?.includes(test) === true
        if (!isOpen || !(await isGreen(test))) continue
        if ((await failing([mutant], [test])).length > 0) killers.set(mutant, test)
      }
    }
  }
  return killers
}

import { readFileSync } from 'node:fs'
import { isAbout, readEquivalents } from '../equivalents'
import { findMutants } from '../find-mutants'

describe('the list of equivalents', () => {
  it.each(readEquivalents())(
    'an equivalent mutant finds its place in $file, with a reason: $after',
    (entry) => {
      const mutants = findMutants(entry.file, readFileSync(entry.file, 'utf8'))
      expect(mutants.filter((mutant) => isAbout(entry, mutant))).toHaveLength(1)
      expect(entry.because).toMatch(/\.$/)
    },
  )
})

import { existsSync, readFileSync } from 'node:fs'
import { mutate } from '../mutation'
import { mutations } from '../mutations'

describe('the mutation table', () => {
  it.each(mutations.map((mutation) => [mutation.name, mutation] as const))(
    'the mutation "%s" still finds its place, and its test',
    (_name, mutation) => {
      const source = readFileSync(mutation.file, 'utf8')
      expect(mutate(source, mutation)).not.toBe(source)
      expect(existsSync(mutation.caughtBy.file)).toBe(true)
    },
  )

  it.each(['', 'one place, and one place more'])(
    'mutate() refuses a text that does not hold the place exactly once: %j',
    (source) => {
      const [mutation] = mutations.map((each) => ({ ...each, find: 'one place' }))
      expect(mutation && (() => mutate(source, mutation))).toThrow('exactly once')
    },
  )
})

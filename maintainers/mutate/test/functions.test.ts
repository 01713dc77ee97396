import { functionAround, runs, type Ran } from '../functions'

const SOURCE = `const LIMIT = 10
export const outer = (list: number[]) => {
  const inner = () => LIMIT + 1
  return list.map((each) => each + inner())
}
export function named() { return { method: () => 2, also() { return 3 } } }`

const at = (text: string) => functionAround('a.ts', SOURCE, SOURCE.indexOf(text))

describe('the function around a place', () => {
  it.each([
    ['10', ''],
    ['list.map', 'outer'],
    ['each + inner', 'outer'],
    ['LIMIT + 1', 'inner'],
    ['return {', 'named'],
    ['2', 'method'],
    ['3', 'also'],
  ])('the function around a place is the innermost with a name: %s', (text, name) => {
    expect(at(text)).toBe(name)
  })
})

describe('a test of a mutant', () => {
  const ran: Ran[] = [
    { test: 'one.test.ts', functions: { 'a.ts': ['', 'outer'] } },
    { test: 'other.test.ts', functions: { 'b.ts': ['', 'inner', 'outer'] } },
  ]

  it('a test of a mutant runs it, does not, or is not known', () => {
    expect(runs(ran, 'one.test.ts', 'a.ts', 'outer')).toBe('yes')
    expect(runs(ran, 'one.test.ts', 'a.ts', '')).toBe('yes')
    expect(runs(ran, 'one.test.ts', 'a.ts', 'inner')).toBe('no')
    expect(runs(ran, 'other.test.ts', 'a.ts', 'outer')).toBe('no')
    expect(runs(ran, 'new.test.ts', 'a.ts', 'inner')).toBe('unknown')
  })
})

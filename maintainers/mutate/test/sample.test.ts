import { readOptions } from '../options'
import { inOrder } from '../order-tests'
import { shuffled } from '../sample'
import { percentage, tableOf } from '../table'
import { typeCheckOf } from '../type-check'

const numbers = Array.from({ length: 100 }, (_, index) => index)

describe('a sample', () => {
  it('a sample of mutants is decided by its seed', () => {
    expect(shuffled(numbers, 7)).toEqual(shuffled(numbers, 7))
    expect(shuffled(numbers, 7)).not.toEqual(shuffled(numbers, 8))
    expect([...shuffled(numbers, 7)].sort((one, other) => one - other)).toEqual(numbers)
  })

  it('a sample of mutants is sixty of seed 1 of every folder by default, and an unknown option is refused', () => {
    expect(readOptions([])).toEqual({ seed: 1, count: 60, folder: '', does: 'try' })
    expect(readOptions(['--seed', '9', '--count', '3', '--folder', 'src', '--list'])).toEqual({
      seed: 9,
      count: 3,
      folder: 'src',
      does: 'list',
    })
    for (const args of [
      ['--seed', 'x'],
      ['--count', '0'],
      ['--cuont', '3'],
    ]) {
      expect(() => readOptions(args)).toThrow()
    }
  })

  it('a sample leaves out the mutants that the compiler refuses', () => {
    const isWellTyped = typeCheckOf('simulator/tsconfig.json')
    const file = 'simulator/platform/clock.ts'
    expect(isWellTyped(file, 'export const a: number = 1')).toBe(true)
    expect(isWellTyped(file, 'export const a: number = "1"')).toBe(false)
    expect(isWellTyped(file, 'export const a: number = ')).toBe(false)
  })
})

describe('the tests of a mutant', () => {
  const result = { id: '', outcome: 'killed', ms: 0 } as const

  it('the tests of a mutant run in the order in which they may kill: killers of the file, its namesakes, the rest', () => {
    const tests = ['t/other', 't/link', 't/killer', 't/late', 't/about'].map(
      (name) => `${name}.test.ts`,
    )
    const results = [
      { ...result, file: 'src/link-wechat.ts', killer: 't/killer.test.ts' },
      { ...result, file: 'src/another.ts', killer: 't/late.test.ts' },
    ]
    const textOf = (test: string) => (test === 't/about.test.ts' ? 'links WeChat by link' : '')
    expect(inOrder(tests, 'src/link-wechat.ts', results, textOf)).toEqual(
      ['t/killer', 't/link', 't/about', 't/late', 't/other'].map((name) => `${name}.test.ts`),
    )
  })
})

describe('the table', () => {
  const tally = {
    folder: 'src/auth',
    killed: 8,
    timedOut: 1,
    survived: 1,
    equivalent: 2,
    illTyped: 5,
    seconds: 50,
  }

  it('the table of mutants counts equivalents out, and rounds down', () => {
    expect(percentage(tally)).toBe(90)
    expect(percentage({ ...tally, survived: 2 })).toBe(81)
    expect(percentage({ ...tally, killed: 0, timedOut: 0, survived: 0 })).toBe(100)
    expect(tableOf([tally])).toContain('| src/auth | 12 | 8 | 1 | 1 | 2 | 90 % | 5.0 |')
  })
})

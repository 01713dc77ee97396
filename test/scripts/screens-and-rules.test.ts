import { existsSync } from 'node:fs'
import { tableRows, titlesIn } from '../kit/table-page'

const POINTS = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '10', 'figures']

/** The behaviours of the WeChat rules that touch a screen. */
const BEHAVIOURS = [7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 21, 22, 23, 24, 25].map((n) => `B${n}`)

const rows = tableRows('docs/screens-and-rules.md', /^(\d|figures)/).map(
  ([numbers = '', what = '', code = '', tests = '']) => ({
    what,
    numbers: numbers.split(', '),
    code: code.replaceAll('`', ''),
    tests: tests.split(' · ').map((test) => {
      const [, file = '', title = ''] = /^`([^`]+)` › (.+)$/.exec(test) ?? []
      return { file, title }
    }),
  }),
)

describe('docs/screens-and-rules.md', () => {
  it('tells of every point of issue 6, in order', () => {
    expect([...new Set(rows.map(({ numbers: [point] }) => point))]).toEqual(POINTS)
  })

  it('tells of every behaviour that touches a screen', () => {
    expect(rows.flatMap(({ numbers }) => numbers)).toEqual(expect.arrayContaining(BEHAVIOURS))
  })

  it.each(rows)('names code and tests that exist: $what', ({ code, tests }) => {
    expect(existsSync(code)).toBe(true)
    for (const { file, title } of tests) {
      const titles = titlesIn(file)
      expect([`'${title}'`, `"${title}"`].some((quoted) => titles.includes(quoted))).toBe(true)
    }
  })
})

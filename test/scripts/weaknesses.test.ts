import { readFileSync } from 'node:fs'

const FIRST = 4
const LAST = 38
const REASON = /^not concerned: \w/

interface Row {
  readonly name: string
  readonly here: string
  readonly files: readonly string[]
}

const rows = readFileSync('docs/weaknesses.md', 'utf8')
  .split('\n')
  .filter((line) => /^\| W\d/.test(line))
  .map((line): Row => {
    const [name = '', , here = '', tests = ''] = line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim())
    return { name, here, files: [...tests.matchAll(/`([^`]+)`/g)].map(([, file = '']) => file) }
  })

/** Titles of tests, and of rows that become titles. */
const titlesIn = (file: string) =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => /^\s*(\(?(it|test)\b|\[?['"]|\]\S*\()/.test(line))
    .join('\n')

describe('docs/weaknesses.md', () => {
  it('tells of every weakness, in order', () => {
    const all = Array.from({ length: LAST - FIRST + 1 }, (_, index) => `W${FIRST + index}`)
    expect(rows.map(({ name }) => name)).toEqual(all)
  })

  it.each(rows)('$name has a test that names it, or a reason to have none', (row) => {
    if (row.files.length === 0) expect(row.here).toMatch(REASON)
    for (const file of row.files) {
      expect(titlesIn(file)).toMatch(new RegExp(String.raw`\b${row.name}\b`))
    }
  })
})

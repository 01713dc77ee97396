import { tableRows, titlesIn } from '../kit/table-page'

const FIRST = 4
const LAST = 38
const REASON = /^not concerned: \w/

const rows = tableRows('docs/weaknesses.md', /^W\d/).map(
  ([name = '', , here = '', tests = '']) => ({
    name,
    here,
    files: [...tests.matchAll(/`([^`]+)`/g)].map(([, file = '']) => file),
  }),
)

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

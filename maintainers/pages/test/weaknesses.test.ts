import { readFileSync } from 'node:fs'
import { citationsIn } from '../citations'
import { tableRows } from '../table-page'

const FIRST = 4
const LAST = 38
const REASON = /^not concerned: \w/

const rows = tableRows('docs/weaknesses.md', /^9\.\d/).map(
  ([section = '', , here = '', tests = '']) => ({
    section,
    here,
    files: [...tests.matchAll(/`([^`]+)`/g)].map(([, file = '']) => file),
  }),
)

describe('docs/weaknesses.md', () => {
  it('docs/weaknesses.md has a row for every weakness, in order', () => {
    const all = Array.from({ length: LAST - FIRST + 1 }, (_, index) => `9.${FIRST + index}`)
    expect(rows.map(({ section }) => section)).toEqual(all)
  })

  it.each(rows)(
    'docs/weaknesses.md names for $section a test that cites it, or a reason to have none',
    (row) => {
      if (row.files.length === 0) expect(row.here).toMatch(REASON)
      for (const file of row.files) {
        const cited = citationsIn(readFileSync(file, 'utf8'))
        expect(cited).toContainEqual({ page: 'protocol', section: row.section })
      }
    },
  )
})

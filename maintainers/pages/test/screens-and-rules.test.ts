import { existsSync, readFileSync } from 'node:fs'
import { headingsOf } from '../citations'
import { tableRows, titlesIn } from '../table-page'

/** The sections that ask something of a screen. */
const SECTIONS = [
  ...[
    'wechat 1.2',
    'wechat 1.4',
    'wechat 1.6',
    'wechat 2.2',
    'wechat 2.4',
    'wechat 3.3',
    'wechat 4.2',
  ],
  ...[
    'wechat 4.5',
    'wechat 6.1',
    'wechat 6.2',
    'wechat 6.3',
    'wechat 7.6',
    'wechat 8.3',
    'protocol 8.3',
  ],
]

const rows = tableRows('docs/screens-and-rules.md', /^(?!section|-+$)/).map(
  ([sections = '', what = '', code = '', tests = '']) => ({
    what,
    sections: sections === '' ? [] : sections.split(', '),
    code: code.replaceAll('`', ''),
    tests: tests.split(' · ').map((test) => {
      const [, file = '', title = ''] = /^`([^`]+)` › (.+)$/.exec(test) ?? []
      return { file, title }
    }),
  }),
)

describe('docs/screens-and-rules.md', () => {
  it('docs/screens-and-rules.md has a row for every section that asks something of a screen', () => {
    const named = rows.flatMap(({ sections }) => sections)
    expect(named).toEqual(expect.arrayContaining(SECTIONS))
  })

  it('docs/screens-and-rules.md names sections that exist', () => {
    for (const section of rows.flatMap(({ sections }) => sections)) {
      const [page = '', number = ''] = section.split(' ')
      expect(headingsOf(readFileSync(`docs/${page}.md`, 'utf8'))).toContain(number)
    }
  })

  it.each(rows)(
    'docs/screens-and-rules.md names code and tests that exist: $what',
    ({ code, tests }) => {
      expect(existsSync(code)).toBe(true)
      for (const { file, title } of tests) {
        const titles = titlesIn(file)
        expect([`'${title}'`, `"${title}"`].some((quoted) => titles.includes(quoted))).toBe(true)
      }
    },
  )
})

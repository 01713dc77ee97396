import { readFileSync } from 'node:fs'
import { citationsIn, headingsOf, privateCitationsIn } from '../citations'
import { trackedFiles } from '../../source/tracked-files'

const TEXT = /\.(?:tsx?|mjs|js|scss|md|jsonc)$|^\.env|^\.ci\//
// This check and its own examples.
const files = trackedFiles().filter((file) => TEXT.test(file) && !/pages\/.*citations/.test(file))

const headings: Readonly<Record<string, readonly string[]>> = {
  wechat: headingsOf(readFileSync('docs/wechat.md', 'utf8')),
  protocol: headingsOf(readFileSync('docs/protocol.md', 'utf8')),
}

/** The comments and quoted texts of a file of code, the whole of any other. */
const prose = (file: string, text: string) =>
  /\.(?:tsx?|mjs|js)$/.test(file)
    ? text
        .split('\n')
        .filter((line) =>
          /^\s*(?:\/\/|\/?\*)|\/\/ |\/\*\*|\b(?:it|test|describe)\b|^\s*['"`]/.test(line),
        )
        .join('\n')
    : text

describe('what comments and pages cite', () => {
  it('the comments and pages cite sections of docs/wechat.md and docs/protocol.md that exist', () => {
    const unresolved = files.flatMap((file) =>
      citationsIn(readFileSync(file, 'utf8'))
        .filter(({ page, section }) => headings[page]?.includes(section) !== true)
        .map(({ page, section }) => `${file}: ${page}.md ${section}`),
    )
    expect(unresolved).toEqual([])
  })

  it('the comments and pages cite no numbers or documents that this repository does not contain', () => {
    const hidden = files.flatMap((file) =>
      privateCitationsIn(prose(file, readFileSync(file, 'utf8'))).map(
        (cited) => `${file}: ${cited}`,
      ),
    )
    expect(hidden).toEqual([])
  })
})

describe('a page in two languages', () => {
  const pages = trackedFiles('docs').filter((file) => file.endsWith('.en.md'))

  it.each(pages)('a page has the same section numbers in both languages: %s', (english) => {
    const chinese = english.replace('.en.md', '.md')
    expect(headingsOf(readFileSync(english, 'utf8'))).toEqual(
      headingsOf(readFileSync(chinese, 'utf8')),
    )
  })
})

describe('the check of citations', () => {
  it('the check of citations finds every section of a list', () => {
    expect(
      citationsIn('(docs/wechat.md 1.2, 3), see [protocol.md](protocol.md) 9.4 to 9.6'),
    ).toEqual([
      { page: 'wechat', section: '1.2' },
      { page: 'wechat', section: '3' },
      { page: 'protocol', section: '9.4' },
      { page: 'protocol', section: '9.6' },
    ])
  })

  it('the check of citations notices a number of a private list', () => {
    expect(privateCitationsIn('renewed once (W8)')).toEqual(['W8'])
    expect(privateCitationsIn('stored in S3 and printed on A4')).toEqual([])
  })
})

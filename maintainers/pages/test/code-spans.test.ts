import { readFileSync } from 'node:fs'
import { ERROR_CODES } from '../../../server/src/error-codes'
import { MODULES } from '../../../server/src/modules/modules'
import { trackedFiles } from '../../source/tracked-files'

const pages = trackedFiles().filter((file) => /^(README|docs\/).*\.md$/.test(file))

/** The code spans of a page's numbered sections, once each and sorted; `0` is what stands before the first. */
const spansOf = (page: string): Record<string, string[]> => {
  const [before = '', ...sections] = readFileSync(page, 'utf8').split(/^#{2,3} (?=\d)/m)
  const spansIn = (text: string) =>
    [...new Set([...text.matchAll(/`([^`\n]+)`/g)].map(([, span = '']) => span))].sort()
  return Object.fromEntries([
    ['0', spansIn(before)],
    ...sections.map((text) => [text.split(' ')[0] ?? '', spansIn(text)] as const),
  ])
}

describe('the code spans of pages', () => {
  it('the code spans of pages that stand behind a status are error codes of the server, with that status', () => {
    const listed = [ERROR_CODES, ...MODULES.map((it) => it.errorCodes)]
    const statuses = new Map(
      listed.flatMap((codes) =>
        Object.entries<readonly [number, string]>(codes).map(([code, [status]]) => [code, status]),
      ),
    )
    const named = pages.flatMap((page) =>
      [...readFileSync(page, 'utf8').matchAll(/\b([45]\d\d)(?: |（| \()`([a-z_]+)`/g)].map(
        ([, status, code = '']) => ({ page, status: Number(status), code }),
      ),
    )
    expect(named.length).toBeGreaterThan(15)
    expect(named.filter(({ status, code }) => statuses.get(code) !== status)).toEqual([])
  })

  it('the code spans of pages about the rules of WeChat are the same in both languages', () => {
    expect(spansOf('docs/wechat.en.md')).toEqual(spansOf('docs/wechat.md'))
  })
})

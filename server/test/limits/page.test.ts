import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Limit } from '../../src/security/buckets'
import { LIMITS } from '../../src/security/limits'

/** `60 s`, `12 min`: seconds up to a minute. */
const span = (ms: number) => (ms <= 60_000 ? `${ms / 1000} s` : `${ms / 60_000} min`)

const figures = (name: string, { max, windowMs, form }: Limit): string[] =>
  // The one that is no bucket: its wait doubles (accounts/wechat/login-limit.ts).
  [name, form, String(max), name === 'loginsPerOpenid' ? '–' : span(windowMs / max)]

/** The rows of the table: name, form of a subject, how many at once, and after which time one more. */
const rowsOf = (page: string): (string | undefined)[][] =>
  readFileSync(join(__dirname, '../../../docs', page), 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('| `'))
    .map((line) => line.split('|').map((cell) => cell.trim()))
    .map((cells) => [cells[1]?.replaceAll('`', ''), cells[4], cells[5], cells[6]])

describe('the page of limits', () => {
  it.each(['limits.md', 'limits.en.md'])(
    'the page of limits has every limit, with the form and the figures in force: docs/%s',
    (page) => {
      expect(rowsOf(page)).toEqual(
        Object.entries(LIMITS).map(([name, limit]) => figures(name, limit)),
      )
    },
  )
})

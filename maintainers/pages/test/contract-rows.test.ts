import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { OPERATIONS } from '../../../server/src/openapi/operations'

const HERE = join(process.cwd(), 'test/contract')
const ROW = /^\| (?<row>[^|]+?) +\| (?<what>[^|]+?) +\| `(?<file>[^`]+)` +\| `(?<by>[^`]+)` +\|$/gm

const rows = [...readFileSync(join(HERE, 'README.md'), 'utf8').matchAll(ROW)].map(
  ({ groups = {} }) => groups,
)

// The SDK calls these no more: an old path of docs/protocol.md 3.7.
const WITHOUT_CALLER = [
  'POST v1 wechat/decrypt/<type>',
  // Of older versions, which npm run conformance:older drives.
  'POST v2.0 idp/wechat/authenticate',
  'POST v2.0 idp/wechat/silent-login',
  'POST v2.1 idp/wechat/authenticate',
  'POST v2.1 idp/wechat/silent-login',
  'POST v2.5 idp/wechat/authenticate',
]

/** `POST /hserve/v2.1/login/:kind/` as the table writes it. */
const inShort = (operation: string) =>
  operation
    .replace(/\/hserve\/(v[\d.]+)\//, '$1 ')
    .replace(/\/$/, '')
    .replace(/:(\w+)/g, '<$1>')

describe('the table of the contract tests', () => {
  it('the table of the contract tests names every route of the protocol', () => {
    const named = rows.flatMap(({ what = '' }) => /^`(.+)`$/.exec(what)?.[1] ?? [])
    const served = Object.keys(OPERATIONS).filter((operation) => operation.includes('/hserve/'))
    expect([...named, ...WITHOUT_CALLER].sort()).toEqual(served.map(inShort).sort())
  })

  it.each(rows.map(({ row = '', what = '', file = '', by = '' }) => [row, what, file, by]))(
    'the row %s of the contract tests, %s, names a test: %s says %s',
    (_row, _what, file, by) => {
      expect(readFileSync(join(HERE, file), 'utf8')).toContain(by)
    },
  )
})

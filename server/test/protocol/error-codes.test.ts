import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ERROR_CODES } from '../../src/error-codes'

const ROOT = join(__dirname, '../../..')

const rowsOf = (page: string): string[][] =>
  readFileSync(join(ROOT, 'docs', page), 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('| `'))
    .map((line) => line.split(' | ').map((cell) => cell.replace(/^\|\s*|\s*\|$/g, '').trim()))

const codes = Object.entries(ERROR_CODES)

it('the list of error codes is the table in docs/error-codes.en.md, with statuses and meanings', () => {
  expect(rowsOf('error-codes.en.md')).toEqual(
    codes.map(([code, [status, meaning]]) => [`\`${code}\``, String(status), meaning]),
  )
})

it('the list of error codes is the table in docs/error-codes.md, with statuses and a meaning each', () => {
  const rows = rowsOf('error-codes.md')
  expect(rows.map((cells) => cells.slice(0, 2))).toEqual(
    codes.map(([code, [status]]) => [`\`${code}\``, String(status)]),
  )
  expect(rows.filter(([, , meaning]) => !/\p{Script=Han}/u.test(meaning ?? ''))).toEqual([])
})

it('the list of error codes holds no code that the server never answers with', () => {
  const source = readdirSync(join(ROOT, 'server/src'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && file !== 'error-codes.ts')
    .map((file) => readFileSync(join(ROOT, 'server/src', file), 'utf8'))
    .join('\n')
  // Codes of identifiers are put together from the kind.
  const isUsed = (code: string) =>
    source.includes(`'${code}'`) ||
    (/^(username|email)_malformed$/.test(code) && source.includes('_malformed`'))
  expect(codes.map(([code]) => code).filter((code) => !isUsed(code))).toEqual([])
})

it('the list of error codes names codes in snake_case, each with the status of a failure', () => {
  expect(codes.filter(([code]) => !/^[a-z]+(_[a-z]+)*$/.test(code))).toEqual([])
  expect(codes.filter(([, [status]]) => status < 400 || status > 599)).toEqual([])
})

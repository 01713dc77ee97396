import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fingerprint } from '../../scripts/build/fingerprint'

/** What came of one created project. */
export interface Row {
  readonly name: string
  readonly files: number
  readonly seconds: number
  /** What the first failed step printed; undefined where everything passed. */
  readonly fault?: string
}

interface Kept {
  readonly template: string
  readonly rows: readonly Row[]
}

/** The template's files as they are committed or about to be, by path. */
export const filesOf = (template: string): string[] =>
  execFileSync('git', ['ls-files', '-co', '--exclude-standard', '-z'], {
    cwd: template,
    encoding: 'utf8',
  })
    .split('\0')
    .filter((path) => path !== '' && existsSync(join(template, path)))

/** Rows of an earlier run with the same template and the same checks, and a way to keep more. */
export const rowsIn = (path: string, template: string, checks: string) => {
  const of = `${checks} ${fingerprint(filesOf(template).map((it) => join(template, it)))}`
  const read = existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as Kept) : undefined
  const rows = read?.template === of ? [...read.rows] : []
  return {
    /** The row of this project, when it passed. */
    find: (name: string): Row | undefined =>
      rows.find((row) => row.name === name && row.fault === undefined),
    keep: (row: Row): void => {
      const rest = rows.filter(({ name }) => name !== row.name)
      rows.splice(0, rows.length, ...rest, row)
      mkdirSync(dirname(path), { recursive: true })
      writeFileSync(path, JSON.stringify({ template: of, rows } satisfies Kept))
    },
  }
}

/** What a command prints: one record, or a list of them. Moments are ISO 8601. */
export type Report = ReportRecord | readonly ReportRecord[]

/** Names and values; a value may be a list of records. */
export interface ReportRecord {
  readonly [name: string]: unknown
}

// People choose their names: one that holds control or direction characters must not act on the terminal.
const UNPRINTABLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu

const escaped = (text: string): string =>
  text.replace(UNPRINTABLE, (character) =>
    character
      .split('')
      .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
      .join(''),
  )

const isRecords = (value: unknown): value is readonly ReportRecord[] =>
  Array.isArray(value) && value.every((each) => typeof each === 'object' && each !== null)

const cell = (value: unknown): string => {
  if (value === null || value === undefined || value === '') return '-'
  if (typeof value === 'string') return escaped(value)
  if (value instanceof Date) return value.toISOString()
  return escaped(JSON.stringify(value))
}

const table = (records: readonly ReportRecord[]): string => {
  if (records.length === 0) return '-'
  const names = Object.keys(records[0] ?? {})
  const rows = [names, ...records.map((record) => names.map((name) => cell(record[name])))]
  const widths = names.map((_, i) => Math.max(...rows.map((row) => row[i]?.length ?? 0)))
  return rows
    .map((row) =>
      row
        .map((text, i) => text.padEnd(widths[i] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}

const sheet = (record: ReportRecord): string => {
  const entries = Object.entries(record)
  const width = Math.max(...entries.map(([name]) => name.length))
  const lines = entries
    .filter(([, value]) => !isRecords(value))
    .map(([name, value]) => `${name.padEnd(width)}  ${cell(value)}`)
  const tables = entries.flatMap(([name, value]) =>
    isRecords(value) ? [`\n${name}\n${table(value)}`] : [],
  )
  return [...lines, ...tables].join('\n')
}

/** The text of a report, with a line break at its end and without a character that would act on a terminal. */
export const printed = (report: Report, output: 'text' | 'json'): string => {
  if (output === 'text') {
    return `${isRecords(report) ? table(report) : sheet(report as ReportRecord)}\n`
  }
  const json = JSON.stringify(report, null, 2).split('\n').map(escaped).join('\n')
  return `${json}\n`
}

import { createReadStream } from 'node:fs'
import { extname } from 'node:path'
import { createInterface } from 'node:readline'
import { pipeline } from 'node:stream'
import { CsvError, parse } from 'csv-parse'
import { isTooDeep } from '../../plugins/json-body'
import { Refusal } from '../refusal'

/** A person as the file has them; null where the line is none. */
export interface FileRecord {
  /** Of the file, or of the records of a CSV, its head not counted; from 1. */
  readonly line: number
  readonly fields: Readonly<Record<string, unknown>> | null
}

const BYTE_ORDER_MARK = /^\uFEFF/

const decode = (decoder: TextDecoder, chunk?: Uint8Array): void => {
  try {
    decoder.decode(chunk, { stream: chunk !== undefined })
  } catch {
    throw new Refusal(
      'The file is not in UTF-8: save it so (a spreadsheet calls it "CSV UTF-8") and run again. Nothing was done.',
    )
  }
}

/**
 * Rejects with a `Refusal` where a file is not in UTF-8: spreadsheets save CSV in the encoding of their country, and
 * names would be imported as other signs.
 */
export const requireUtf8 = async (path: string): Promise<void> => {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  const bytes: AsyncIterable<Uint8Array> = createReadStream(path)
  for await (const chunk of bytes) decode(decoder, chunk)
  decode(decoder)
}

const objectIn = (line: string): FileRecord['fields'] => {
  if (isTooDeep(line)) return null
  try {
    const value: unknown = JSON.parse(line)
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Readonly<Record<string, unknown>>)
      : null
  } catch {
    return null
  }
}

async function* linesOf(path: string): AsyncGenerator<FileRecord> {
  let line = 0
  for await (const text of createInterface({
    input: createReadStream(path),
    crlfDelay: Infinity,
  })) {
    line += 1
    if (text.trim() !== '') yield { line, fields: objectIn(text.replace(BYTE_ORDER_MARK, '')) }
  }
}

// The parser's own sentence may quote a value.
const brokenCsv = ({ code, lines }: CsvError) =>
  new Refusal(
    `The CSV is broken at line ${lines} (${code}): mend it and run again. What stands before it may have been imported.`,
  )

async function* rowsOf(path: string): AsyncGenerator<FileRecord> {
  const rows: AsyncIterable<Record<string, string>> = pipeline(
    createReadStream(path),
    parse({ bom: true, columns: true, skip_empty_lines: true, trim: true }),
    // An error of the file is thrown by the iteration.
    () => undefined,
  )
  let line = 0
  try {
    for await (const row of rows) {
      line += 1
      // An empty cell says nothing.
      yield {
        line,
        fields: Object.fromEntries(Object.entries(row).filter(([, text]) => text !== '')),
      }
    }
  } catch (error) {
    throw error instanceof CsvError ? brokenCsv(error) : error
  }
}

/** The records of a file of JSON lines (`.jsonl`, `.ndjson`) or CSV with a head (`.csv`), read as they are asked for. */
export const recordsIn = (path: string): AsyncGenerator<FileRecord> => {
  const kind = extname(path).toLowerCase()
  if (kind === '.csv') return rowsOf(path)
  if (kind === '.jsonl' || kind === '.ndjson') return linesOf(path)
  throw new Refusal('The file has to be JSON lines (.jsonl, .ndjson) or CSV (.csv).')
}

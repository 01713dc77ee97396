import { open, stat, type FileHandle } from 'node:fs/promises'
import { orIfTaken } from '../../db/violations'
import { errorCode } from '../../system-error-code'
import type { Operator } from '../operator'
import { Refusal } from '../refusal'
import type { ReportRecord } from '../report'
import type { ImportedAccount, Problem } from './account'
import { recordsIn, requireUtf8, type FileRecord } from './read-file'
import { accountsThere, storeBatch } from './store-batch'
import { addTaken, addTakenInDatabase, nothingTaken, takeIdentifiers } from './take-identifiers'
import { toAccount } from './to-account'

const BATCH = 500
const MOST_SHOWN = 20

/** Thrown to undo what a dry run has written. */
class DryRun extends Error {}

interface Counts {
  read: number
  imported: number
  alreadyThere: number
  refused: number
}

async function* batchesOf(records: AsyncIterable<FileRecord>): AsyncGenerator<FileRecord[]> {
  let batch: FileRecord[] = []
  for await (const record of records) {
    batch.push(record)
    if (batch.length === BATCH) {
      yield batch
      batch = []
    }
  }
  if (batch.length > 0) yield batch
}

const because = (sentence: string) => (error: unknown) => {
  throw new Refusal(`${sentence} (${errorCode(error) ?? 'unknown'}).`)
}

/** Looks that there is a file to read, and opens the one to report to: before anything is written. */
const openFiles = async (path: string, out: string | null): Promise<FileHandle | null> => {
  const file = await stat(path).catch(because('The file cannot be read'))
  if (file.isDirectory()) throw new Refusal('The file cannot be read: it is a folder.')
  await requireUtf8(path)
  if (out === null) return null
  return open(out, 'wx', 0o600).catch(because('Nothing was done: the report cannot be written'))
}

const writeReport = async (report: FileHandle, problems: readonly Problem[]): Promise<void> => {
  try {
    await report.writeFile(problems.map((each) => `${JSON.stringify(each)}\n`).join(''))
  } catch (error) {
    because('The report cannot be written')(error)
  } finally {
    await report.close()
  }
}

/**
 * Takes the users of another backend from a file into the database, with their ids. Without `write` it does everything
 * but keep it. Run again, it goes on where it was cut short: accounts that are there stay as they are. Rejects with a
 * `Refusal` when the file cannot be read or the report not be written.
 */
export const importAccounts = async (
  { context, name }: Operator,
  path: string,
  how: { readonly write: boolean; readonly out: string | null },
): Promise<ReportRecord> => {
  const report = await openFiles(path, how.out)
  const { db, vault, clock, settings } = context
  const { appid } = settings.wechat
  const counts: Counts = { read: 0, imported: 0, alreadyThere: 0, refused: 0 }
  const problems: Problem[] = []
  const taken = nothingTaken()

  const store = async (accounts: readonly ImportedAccount[]) => {
    const held = nothingTaken()
    const lost: Problem[] = []
    let there: ReadonlyMap<number, 'same' | 'other'> = new Map()
    let stored: ImportedAccount[] = []
    await db
      .transaction(async (tx) => {
        there = await accountsThere(tx, appid, accounts)
        const others = accounts.filter(({ user }) => there.get(user.id) !== 'same')
        for (const [id, who] of there) if (who === 'other') held.ids.add(id)
        await addTakenInDatabase(tx, appid, others, held)
        stored = others.flatMap(
          (each) => takeIdentifiers(each, taken, held, (loss) => lost.push(loss)) ?? [],
        )
        await storeBatch(tx, context, stored, name)
        if (!how.write) throw new DryRun()
      })
      .catch((error: unknown) => {
        if (!(error instanceof DryRun)) throw error
      })
    // What was written is in the database from now on.
    if (!how.write) addTaken(taken, held)
    problems.push(...lost)
    const same = [...there.values()].filter((who) => who === 'same').length
    counts.imported += stored.length
    counts.alreadyThere += same
    counts.refused += accounts.length - stored.length - same
  }

  const storeRecords = async (records: readonly FileRecord[]) => {
    counts.read += records.length
    const now = new Date(clock.now())
    const accounts = records.flatMap(({ line, fields }) => {
      if (fields === null) {
        problems.push({ line, id: null, field: 'the line', reason: 'is no JSON object' })
        return []
      }
      const { account, problems: own } = toAccount(vault, line, fields, now)
      problems.push(...own)
      return account ?? []
    })
    counts.refused += records.length - accounts.length
    // A server that runs beside may take an identifier between the look and the insert: look again, once.
    await orIfTaken(store(accounts), () => store(accounts))
  }
  try {
    for await (const records of batchesOf(recordsIn(path))) await storeRecords(records)
  } finally {
    if (report !== null) await writeReport(report, problems)
  }
  return {
    result: how.write ? 'imported' : 'dry run: nothing was written; --yes imports',
    read: counts.read,
    imported: counts.imported,
    already_there: counts.alreadyThere,
    refused: counts.refused,
    problems: problems.length,
    first_problems: problems.slice(0, MOST_SHOWN),
  }
}

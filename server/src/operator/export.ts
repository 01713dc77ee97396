import { rm, writeFile } from 'node:fs/promises'
import type { Account } from '../accounts/users/account'
import { errorCode } from '../system-error-code'
import { exportAccount } from '../accounts/personal-data/export'
import type { Operator } from './operator'
import { Refusal } from './refusal'
import type { ReportRecord } from './report'

const refusalOf = (reason: string): Refusal =>
  new Refusal(
    reason === 'EEXIST'
      ? 'The file is there already: name another one, or remove it first.'
      : `The file cannot be written (${reason}): name another one.`,
  )

/**
 * Everything held about an account, as its owner would get it. With `file` it is written there as it is read, to a
 * new file that only this user can read; what could not be written whole is removed again. Rejects with a
 * `Refusal` when it cannot be written.
 */
export const exportTo = async (
  { context, name }: Operator,
  account: Account,
  file: string | null,
): Promise<ReportRecord> => {
  const parts = exportAccount(context, { ...account, sessionId: null }, '', name)
  if (file === null) {
    let text = ''
    for await (const part of parts) text += part
    return JSON.parse(text) as ReportRecord
  }
  try {
    await writeFile(file, parts, { flag: 'wx', mode: 0o600 })
  } catch (error) {
    const reason = errorCode(error)
    if (reason !== 'EEXIST') await rm(file, { force: true })
    throw reason?.startsWith('E') ? refusalOf(reason) : error
  }
  return { id: account.user.id, result: 'exported', file }
}

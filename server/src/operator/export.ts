import { writeFile } from 'node:fs/promises'
import type { Account } from '../accounts/users/account'
import { errorCode } from '../system-error-code'
import { exportAccount } from '../accounts/personal-data/export'
import type { Operator } from './operator'
import { Refusal } from './refusal'
import { printed, type ReportRecord } from './report'

/**
 * Everything held about an account, as its owner would get it. With `file` it is written there, to a new file that
 * only this user can read. Rejects with a `Refusal` when it cannot be.
 */
export const exportTo = async (
  { context, name }: Operator,
  account: Account,
  file: string | null,
): Promise<ReportRecord> => {
  let text = ''
  for await (const part of exportAccount(context, { ...account, sessionId: null }, '', name))
    text += part
  const everything: ReportRecord = JSON.parse(text)
  if (file === null) return everything
  await writeFile(file, printed(everything, 'json'), { flag: 'wx', mode: 0o600 }).catch(
    (error: unknown) => {
      const reason = errorCode(error)
      throw new Refusal(
        reason === 'EEXIST'
          ? 'The file is there already: name another one, or remove it first.'
          : `The file cannot be written (${reason ?? 'unknown'}): name another one.`,
      )
    },
  )
  return { id: account.user.id, result: 'exported', file }
}

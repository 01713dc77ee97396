import type { Account } from '../accounts/users/account'
import { scrubDeletedRows } from '../db/scrub'
import { eraseAccount } from '../accounts/personal-data/delete-account'
import type { Operator } from './operator'
import type { ReportRecord } from './report'

/** Deletes an account and everything held about it. The audit trail keeps who did it and when, not whose it was. */
export const erase = async (
  { context, name }: Operator,
  { user }: Account,
): Promise<ReportRecord> => {
  await eraseAccount(context, user.id, name)
  if (context.settings.database.kind === 'embedded') await scrubDeletedRows(context.db)
  return { id: user.id, result: 'erased' }
}

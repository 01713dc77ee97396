import { and, eq, isNotNull } from 'drizzle-orm'
import type { Database } from '../../db/database'
import { users } from '../../db/schema'
import { ApiError } from '../../errors'

/** The 403 of an account that an operator has blocked; `error_code` is 'account_blocked'. */
export const accountBlocked = (): ApiError =>
  new ApiError('account_blocked', 'This account is blocked.')

/**
 * Rejects with 403 when the account of this id is blocked. Call it once the caller has shown that the account is
 * theirs: to all others a blocked account answers like any.
 */
export const refuseBlocked = async (
  db: Pick<Database, 'select'>,
  userId: number,
): Promise<void> => {
  const [blocked] = await db
    .select({ id: users.id })
    .from(users)
    .where(and(eq(users.id, userId), isNotNull(users.blockedAt)))
  if (blocked !== undefined) throw accountBlocked()
}

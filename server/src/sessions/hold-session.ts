import { and, eq, gt } from 'drizzle-orm'
import { lockClaimants, type Identifier } from '../accounts/identifiers/claims'
import type { User } from '../accounts/users/account'
import { accountBlocked } from '../accounts/users/blocked'
import type { Context } from '../context'
import type { Database } from '../db/database'
import { sessions, users } from '../db/schema'
import { unauthorized } from '../errors'
import { noSession } from './no-session'

/**
 * Locks the account `userId` for a change made in the session of this token hash, as the first statement of a
 * transaction. A request may have waited since it was authenticated, for WeChat or for a hash: what ended its
 * session meanwhile, such as a reset of the password, would otherwise be followed by the change
 * (docs/decisions/0011, O2). Those who claim `identifier`, which the change verifies, are locked with it, in one
 * order (docs/decisions/0017). Returns the account as it is now. Rejects with 401 when the session is no longer
 * live, with 403 when the account is blocked.
 */
export const holdSession = async (
  tx: Pick<Database, 'select'>,
  { clock }: Pick<Context, 'clock'>,
  userId: number,
  tokenHash: string | null,
  identifier: Identifier | null = null,
): Promise<User> => {
  if (tokenHash === null) throw unauthorized('session_missing')
  if (identifier !== null) await lockClaimants(tx, identifier, userId)
  const [account] = await tx.select().from(users).where(eq(users.id, userId)).for('no key update')
  // A statement of its own: it sees what was committed while the one before waited for the lock.
  const [session] = await tx
    .select({ id: sessions.id })
    .from(sessions)
    .where(
      and(
        eq(sessions.tokenHash, tokenHash),
        eq(sessions.userId, userId),
        gt(sessions.expiresAt, new Date(clock.now())),
      ),
    )
  if (account === undefined || session === undefined) {
    throw await noSession({ db: tx, clock }, tokenHash)
  }
  if (account.blockedAt !== null) throw accountBlocked()
  return account
}

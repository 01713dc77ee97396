import { and, eq, gt } from 'drizzle-orm'
import type { Context } from '../context'
import type { Database } from '../db/database'
import { endedSessions } from '../db/schema'
import { unauthorized, type ApiError } from '../errors'

/** The 401 of a token without a live session: `session_ended` if it was ended on purpose, else `session_expired`. */
export const noSession = async (
  { db, clock }: Pick<Context, 'clock'> & { readonly db: Pick<Database, 'select'> },
  tokenHash: string,
): Promise<ApiError> => {
  const ended = await db
    .select({ tokenHash: endedSessions.tokenHash })
    .from(endedSessions)
    .where(
      and(
        eq(endedSessions.tokenHash, tokenHash),
        gt(endedSessions.expiresAt, new Date(clock.now())),
      ),
    )
  return unauthorized(ended.length > 0 ? 'session_ended' : 'session_expired')
}

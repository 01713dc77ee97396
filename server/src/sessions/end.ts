import { eq } from 'drizzle-orm'
import type { Context } from '../context'
import { sessions } from '../db/schema'
import { unauthorized } from '../errors'

/** Ends the session of this token hash for good. Rejects with 401 when there is none. */
export const endSession = async ({ db }: Context, tokenHash: string | null): Promise<void> => {
  if (tokenHash === null) throw unauthorized('session_missing')
  const ended = await db
    .delete(sessions)
    .where(eq(sessions.tokenHash, tokenHash))
    .returning({ id: sessions.id })
  if (ended.length === 0) throw unauthorized('session_expired')
}

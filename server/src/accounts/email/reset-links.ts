import { and, eq } from 'drizzle-orm'
import type { Context } from '../../context'
import { aliveAt } from '../../db/alive'
import type { Database } from '../../db/database'
import { emailLinks } from '../../db/schema'
import { ApiError } from '../../errors'
import { hashToken, newToken } from '../../sessions/token'

const LIFETIME_MS = 60 * 60_000

/** What a link was sent for. */
interface ResetLink {
  readonly userId: number
  readonly email: string
}

/** A new link token for an account's verified address, valid for an hour; only its hash is stored. */
export const issueResetLink = async (
  { db, clock }: Pick<Context, 'db' | 'clock'>,
  { userId, email }: ResetLink,
): Promise<string> => {
  const token = newToken()
  const expiresAt = new Date(clock.now() + LIFETIME_MS)
  await db.insert(emailLinks).values({ linkHash: hashToken(token), userId, email, expiresAt })
  return token
}

/** The 404 of every link that does not hold: the same for every reason, so that guesses learn nothing. */
export const deadLink = () =>
  new ApiError('link_dead', 'This link is unknown, used, replaced or expired: ask for a new one.')

/** The condition that finds a link that is still good. */
export const isResetLink = ({ clock }: Pick<Context, 'clock'>, token: string) =>
  and(
    eq(emailLinks.linkHash, hashToken(token)),
    aliveAt(emailLinks.expiresAt, clock.now(), LIFETIME_MS),
  )

/** Consumes a link inside the transaction that uses it. Rejects with 404 when it is unknown, used or expired. */
export const consumeResetLink = async (
  tx: Pick<Database, 'delete'>,
  context: Pick<Context, 'clock'>,
  token: string,
): Promise<ResetLink> => {
  const [link] = await tx.delete(emailLinks).where(isResetLink(context, token)).returning()
  if (link === undefined) throw deadLink()
  return link
}

/** Forgets the links of an account, because its address or password has changed (docs/decisions/0011, O3). */
export const dropResetLinks = async (
  tx: Pick<Database, 'delete'>,
  userId: number,
): Promise<void> => {
  await tx.delete(emailLinks).where(eq(emailLinks.userId, userId))
}

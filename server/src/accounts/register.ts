import { and, eq, sql } from 'drizzle-orm'
import type { Context } from '../context'
import { violatedUnique } from '../db/unique-violation'
import { sessions, users } from '../db/schema'
import { ApiError } from '../errors'
import { LIMITS, consume } from '../security/limits'
import { checkNewPassword, hashPassword } from '../security/password'
import type { Origin } from '../sessions/session'
import { nameColumns, normalizeName, type Name } from './credentials'
import { signInAccount } from './sign-in-account'
import type { SignedIn } from './sign-in-known'

/** The anonymous user whose token the request carries, if it carries one. */
const anonymousCaller = async ({ db, clock }: Context, tokenHash: string | null) => {
  if (tokenHash === null) return null
  const [found] = await db
    .select({ id: users.id })
    .from(sessions)
    .innerJoin(users, eq(users.id, sessions.userId))
    .where(
      and(
        eq(sessions.tokenHash, tokenHash),
        eq(users.isAnonymous, true),
        sql`${sessions.expiresAt} > ${new Date(clock.now()).toISOString()}`,
      ),
    )
  return found ?? null
}

/**
 * Makes an account with a name and a password (wire contract 1.2 #8). With an anonymous user's token that
 * user becomes the account and keeps the id. Rejects with 400 for a name that is taken or malformed or a poor password.
 */
export const register = async (
  context: Context,
  name: Name,
  password: string,
  origin: Origin,
): Promise<SignedIn> => {
  const { db, vault, clock } = context
  const normalized = normalizeName(name)
  checkNewPassword(password)
  await consume(context, LIMITS.registrationPerAddress, origin.ipAddress)
  const passwordHash = await hashPassword(password)
  const anonymous = await anonymousCaller(context, origin.presentedTokenHash)

  const now = new Date(clock.now())
  const fields = { ...nameColumns(vault, normalized), passwordHash, updatedAt: now }
  return db
    .transaction(async (tx) => {
      const [user] =
        anonymous === null
          ? await tx
              .insert(users)
              .values({ ...fields, createdAt: now })
              .returning()
          : await tx
              .update(users)
              .set({ ...fields, isAnonymous: false })
              .where(and(eq(users.id, anonymous.id), eq(users.isAnonymous, true)))
              .returning()
      if (user === undefined) throw new ApiError(400, 'This anonymous user was registered already.')
      const grant = await signInAccount(tx, context, user.id, {
        method: normalized.kind,
        kind: 'registered',
        origin,
      })
      return { account: { user, wechat: null }, grant }
    })
    .catch((error: unknown) => {
      if (violatedUnique(error) === null) throw error
      throw new ApiError(400, `This ${normalized.kind} is taken.`)
    })
}

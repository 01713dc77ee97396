import { and, eq, ne, sql } from 'drizzle-orm'
import type { Context } from '../../context'
import { orIfTaken } from '../../db/violations'
import { sessions, users } from '../../db/schema'
import { ApiError } from '../../errors'
import { LIMITS, consume } from '../../security/limits'
import { checkNewPassword, hashPassword } from '../../security/password'
import type { ClientInfo } from '../../sessions/session'
import { endSessionsWhere } from '../../sessions/end'
import { refuseTaken } from '../identifiers/claims'
import { nameColumns, normalizeName, type Name } from '../identifiers/names'
import { ownNames } from '../users/own-names'
import { signInAccount, type SignedIn } from './sign-in-account'

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
 * Makes an account with a name and a password (docs/protocol.md 4.1). With an anonymous user's token that
 * user becomes the account and keeps the id. Rejects with 400 for a name that is taken or malformed or a poor password.
 */
export const register = async (
  context: Context,
  name: Name,
  password: string,
  client: ClientInfo,
): Promise<SignedIn> => {
  const { db, vault, clock } = context
  const normalized = normalizeName(name)
  // Before the password is judged: that takes up to forty milliseconds of the one thread that answers everyone.
  await consume(context, LIMITS.registrationPerAddress, client.ipAddress)
  await checkNewPassword(password, ownNames(context, nameColumns(vault, normalized)))
  const passwordHash = await hashPassword(password, client)
  const anonymous = await anonymousCaller(context, client.presentedTokenHash)

  const now = new Date(clock.now())
  const fields = { ...nameColumns(vault, normalized), passwordHash, updatedAt: now }
  return orIfTaken(
    db.transaction(async (tx) => {
      await refuseTaken(tx, fields, null)
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
      if (user === undefined) {
        throw new ApiError('already_registered', 'This anonymous user was registered already.')
      }
      // What was signed in to before is another's by now: only who registers goes on (docs/decisions/0011, O2).
      if (anonymous !== null) {
        await endSessionsWhere(
          tx,
          and(
            eq(sessions.userId, user.id),
            ne(sessions.tokenHash, client.presentedTokenHash ?? ''),
          ),
        )
      }
      const sessionToken = await signInAccount(tx, context, user, {
        method: normalized.kind,
        kind: 'registered',
        client,
      })
      if (sessionToken === null) throw new Error('A row changed inside its own transaction.')
      return { account: { user, wechat: null }, sessionToken }
    }),
    () => {
      throw new ApiError('name_taken', `This ${normalized.kind} is taken.`)
    },
  )
}

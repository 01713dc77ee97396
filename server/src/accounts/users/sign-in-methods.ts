import { and, eq, ne, or } from 'drizzle-orm'
import type { Database } from '../../db/database'
import { wechatIdentities } from '../../db/schema'
import type { User } from './account'

/** What an account is signed in to by, WeChat aside. */
type Names = Pick<
  User,
  'username' | 'email' | 'emailVerified' | 'phoneIndex' | 'phoneVerified' | 'passwordHash'
>

/** A verified number takes a code, a verified address a new password, and any name the password there is. */
const opensByName = (user: Names): boolean => {
  const isNamed = user.username !== null || user.email !== null || user.phoneIndex !== null
  return (
    (user.phoneIndex !== null && user.phoneVerified) ||
    (user.email !== null && user.emailVerified) ||
    (isNamed && user.passwordHash !== null)
  )
}

/**
 * Whether an account can still be signed in to: by one of its names, or by a WeChat identity under any of our
 * AppIDs, the identity `but`, if given, aside. The one definition of that, for removals, pushes and the operator
 * (docs/decisions/0011, O5).
 */
export const hasSignInMethod = async (
  db: Pick<Database, 'select'>,
  user: Names & Pick<User, 'id'>,
  but?: Pick<typeof wechatIdentities.$inferSelect, 'appid' | 'openid'>,
): Promise<boolean> => {
  if (opensByName(user)) return true
  const [linked] = await db
    .select({ userId: wechatIdentities.userId })
    .from(wechatIdentities)
    .where(
      and(
        eq(wechatIdentities.userId, user.id),
        but && or(ne(wechatIdentities.appid, but.appid), ne(wechatIdentities.openid, but.openid)),
      ),
    )
    .limit(1)
  return linked !== undefined
}

import { and, eq, ne, or } from 'drizzle-orm'
import type { Database } from '../../db/database'
import { wechatIdentities } from '../../db/schema'
import type { User } from './account'

/** What an account is signed in to by, WeChat aside. */
type Names = Pick<
  User,
  'username' | 'email' | 'emailVerified' | 'phoneIndex' | 'phoneVerified' | 'passwordHash'
>

/** What the answer depends on beside the account. */
interface Circumstances {
  /** Whether mail is sent: a verified address opens nothing but the link of a reset e-mail. */
  readonly isMailSent: boolean
  /** An identity that is left aside. */
  readonly but?: Pick<typeof wechatIdentities.$inferSelect, 'appid' | 'openid'>
}

/**
 * A verified number takes a code by text message, or the phone button of WeChat where messages are off; a verified
 * address takes a new password by mail, and any name takes the password there is.
 */
const opensByName = (user: Names, isMailSent: boolean): boolean => {
  const isNamed = user.username !== null || user.email !== null || user.phoneIndex !== null
  return (
    (user.phoneIndex !== null && user.phoneVerified) ||
    (user.email !== null && user.emailVerified && isMailSent) ||
    (isNamed && user.passwordHash !== null)
  )
}

/**
 * Whether an account can still be signed in to: by one of its names, or by a WeChat identity under any of our
 * AppIDs. The one definition of that, for removals, pushes and the operator (docs/decisions/0011, O5).
 */
export const hasSignInMethod = async (
  db: Pick<Database, 'select'>,
  user: Names & Pick<User, 'id'>,
  { isMailSent, but }: Circumstances,
): Promise<boolean> => {
  if (opensByName(user, isMailSent)) return true
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

import { eq } from 'drizzle-orm'
import type { Database } from '../db/database'
import { wechatIdentities } from '../db/schema'
import type { Account, User } from './account'

type Names = Pick<
  User,
  'username' | 'email' | 'emailVerified' | 'phoneIndex' | 'phoneVerified' | 'passwordHash'
>

/** A number takes a code, a verified address a new password, and any name the password there is. */
const opensByName = (user: Names): boolean => {
  const isNamed = user.username !== null || user.email !== null || user.phoneIndex !== null
  return (
    (user.phoneIndex !== null && user.phoneVerified) ||
    (user.email !== null && user.emailVerified) ||
    (isNamed && user.passwordHash !== null)
  )
}

/** Whether its owner can still sign in to an account: by a name of it, or by a WeChat under any of our AppIDs. */
export const hasWayIn = async (
  db: Pick<Database, 'select'>,
  { user, wechat }: Account,
): Promise<boolean> => {
  if (wechat !== null || opensByName(user)) return true
  const [linked] = await db
    .select({ userId: wechatIdentities.userId })
    .from(wechatIdentities)
    .where(eq(wechatIdentities.userId, user.id))
    .limit(1)
  return linked !== undefined
}

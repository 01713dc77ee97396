import type { Context } from '../context'
import { users } from '../db/schema'
import { ApiError } from '../errors'
import { LIMITS, consume } from '../security/limits'
import type { Origin } from '../sessions/session'
import { signInAccount } from './sign-in-account'
import type { SignedIn } from './sign-in-known'

/** Makes a user who is nobody yet (docs/protocol.md 4.4); `register` can turn it into an account. */
export const anonymousLogin = async (context: Context, origin: Origin): Promise<SignedIn> => {
  await consume(context, LIMITS.registrationPerAddress, origin.ipAddress)
  const now = new Date(context.clock.now())
  return context.db.transaction(async (tx) => {
    const [user] = await tx
      .insert(users)
      .values({ isAnonymous: true, createdAt: now, updatedAt: now })
      .returning()
    if (user === undefined) throw new ApiError(500, 'The anonymous user was not stored.')
    const act = { method: 'anonymous', kind: 'signed_in', origin } as const
    const grant = await signInAccount(tx, context, user.id, act)
    return { account: { user, wechat: null }, grant }
  })
}

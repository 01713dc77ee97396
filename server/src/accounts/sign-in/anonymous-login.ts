import type { Context } from '../../context'
import { users } from '../../db/schema'
import { LIMITS, consume } from '../../security/limits'
import type { ClientInfo } from '../../sessions/session'
import { signInAccount, type SignedIn } from './sign-in-account'

/** Makes a user without credentials yet (docs/protocol.md 4.4); `register` can turn it into an account. */
export const anonymousLogin = async (context: Context, client: ClientInfo): Promise<SignedIn> => {
  await consume(context, LIMITS.registrationPerAddress, client.ipAddress)
  const now = new Date(context.clock.now())
  return context.db.transaction(async (tx) => {
    const [user] = await tx
      .insert(users)
      .values({ isAnonymous: true, createdAt: now, updatedAt: now })
      .returning()
    if (user === undefined) throw new Error('insert into users returned no row')
    const act = { method: 'anonymous', kind: 'signed_in', client } as const
    const sessionToken = await signInAccount(tx, context, user.id, act)
    return { account: { user, wechat: null }, sessionToken }
  })
}

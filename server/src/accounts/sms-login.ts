import { eq } from 'drizzle-orm'
import type { Context } from '../context'
import { sessions, users } from '../db/schema'
import { violatedUnique } from '../db/unique-violation'
import { ApiError } from '../errors'
import { sealPhone } from '../security/phone'
import type { Origin } from '../sessions/session'
import type { Account } from './account'
import { hasName } from './credentials'
import { loadAccount } from './load-account'
import { signInAccount } from './sign-in-account'
import type { SignedIn } from './sign-in-known'
import { spendSmsCode } from './sms-code'

const signInByPhone = async (
  context: Context,
  phone: string,
  createUser: boolean,
  origin: Origin,
): Promise<SignedIn> => {
  const { db, vault, clock } = context
  const owner = await loadAccount(context, hasName(vault, { kind: 'phone', value: phone }))
  if (owner === null && !createUser) throw new ApiError(404, 'No account has this phone number.')

  const now = new Date(clock.now())
  return db.transaction(async (tx) => {
    const ownerNow = async (): Promise<Account> => {
      if (owner === null) {
        const [user] = await tx
          .insert(users)
          .values({
            ...sealPhone(vault, phone),
            phoneVerified: true,
            createdAt: now,
            updatedAt: now,
          })
          .returning()
        if (user === undefined) throw new Error('insert into users gave no row')
        return { user, wechat: null }
      }
      if (owner.user.phoneVerified) return owner
      await tx.delete(sessions).where(eq(sessions.userId, owner.user.id))
      const [user] = await tx
        .update(users)
        .set({ phoneVerified: true, passwordHash: null, updatedAt: now })
        .where(eq(users.id, owner.user.id))
        .returning()
      return { ...owner, user: user ?? owner.user }
    }
    const account = await ownerNow()
    const kind = owner === null ? 'registered' : 'signed_in'
    const grant = await signInAccount(tx, context, account.user.id, { method: 'sms', kind, origin })
    return { account, grant }
  })
}

/**
 * Signs in by a text message (wire contract 1.2 #10), making an account for an unknown number if asked to; 404 otherwise.
 * An account that only claimed the number becomes its prover's: its password and sessions end, because
 * whoever set them never showed that the number is theirs.
 */
export const smsLogin = async (
  context: Context,
  login: { phone: string | number; code: string | number; createUser: boolean },
  origin: Origin,
): Promise<SignedIn> => {
  const phone = await spendSmsCode(context, login.phone, login.code, origin)
  const signIn = () => signInByPhone(context, phone, login.createUser, origin)
  return signIn().catch((error: unknown) => {
    // Somebody took the number in this very moment: then it has an account now.
    if (violatedUnique(error) === null) throw error
    return signIn()
  })
}

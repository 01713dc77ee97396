import { sql } from 'drizzle-orm'
import type { Context } from '../context'
import { users } from '../db/schema'
import { violatedUnique } from '../db/unique-violation'
import { ApiError } from '../errors'
import { earlierPhone, phoneIndex, sealPhone } from '../security/phone'
import type { Origin } from '../sessions/session'
import type { Account } from './account'
import { dropClaims } from './claims'
import { hasName, type Lookup } from './credentials'
import { loadAccount } from './load-account'
import { signInAccount } from './sign-in-account'
import type { SignedIn } from './sign-in-known'
import { spendSmsCode } from './sms-code'

const signInByPhone = async (
  context: Context,
  lookup: Lookup,
  createUser: boolean,
  origin: Origin,
): Promise<SignedIn> => {
  const { db, vault, clock } = context
  const identifier = { kind: 'phone', index: phoneIndex(vault, lookup.value) } as const
  const isOwner = sql`${hasName(vault, lookup)} and ${users.phoneVerified}`
  const owner = await loadAccount(context, isOwner)
  if (owner === null && !createUser)
    throw new ApiError(404, 'No account has this phone number.', { error_code: 'phone_unknown' })

  const now = new Date(clock.now())
  return db.transaction(async (tx) => {
    const create = async (): Promise<Account> => {
      const [user] = await tx
        .insert(users)
        .values({
          ...sealPhone(vault, lookup.value),
          phoneVerified: true,
          createdAt: now,
          updatedAt: now,
        })
        .returning()
      if (user === undefined) throw new Error('insert into users returned no row')
      await dropClaims(tx, identifier, user.id)
      return { user, wechat: null }
    }
    const account = owner ?? (await create())
    const kind = owner === null ? 'registered' : 'signed_in'
    const grant = await signInAccount(tx, context, account.user.id, { method: 'sms', kind, origin })
    return { account, grant }
  })
}

/**
 * Signs in by a text message (docs/protocol.md 4.3), making an account for an unknown number if asked to; 404
 * otherwise. Only an account that has verified the number is entered: what others claim is not theirs
 * (docs/decisions/0011, O1).
 */
export const smsLogin = async (
  context: Context,
  login: { phone: string | number; code: string | number; createUser: boolean },
  origin: Origin,
): Promise<SignedIn> => {
  const phone = await spendSmsCode(context, login.phone, login.code, origin)
  const lookup = {
    kind: 'phone',
    value: phone,
    earlier: earlierPhone(login.phone) ?? phone,
  } as const
  const signIn = () => signInByPhone(context, lookup, login.createUser, origin)
  return signIn().catch((error: unknown) => {
    // Another request took the number in this very moment: then it has an account now.
    if (violatedUnique(error) === null) throw error
    return signIn()
  })
}

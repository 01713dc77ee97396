import { sql } from 'drizzle-orm'
import type { Context } from '../../context'
import { users } from '../../db/schema'
import { orIfTaken } from '../../db/violations'
import { ApiError } from '../../errors'
import { keepAsOwn } from './own-number'
import { earlierPhone, phoneIndex, verifiedPhone } from '../../security/phone'
import type { ClientInfo } from '../../sessions/session'
import { dropClaims } from '../identifiers/claims'
import { hasName, type Lookup } from '../identifiers/names'
import { loadAccount, type Account } from '../users/account'
import { signInAccount, type SignedIn } from '../sign-in/sign-in-account'
import { consumeSmsCode } from './sms-code'

const phoneUnknown = () => new ApiError('phone_unknown', 'No account has this phone number.')

/** Returns null when the account got another password or number meanwhile. */
const signInByPhone = async (
  context: Context,
  lookup: Lookup,
  createUser: boolean,
  client: ClientInfo,
): Promise<SignedIn | null> => {
  const { db, vault, clock } = context
  const identifier = { kind: 'phone', index: phoneIndex(vault, lookup.value) } as const
  const isOwner = sql`${hasName(vault, lookup)} and ${users.phoneVerified}`
  const owner = await loadAccount(context, isOwner)
  if (owner === null && !createUser) throw phoneUnknown()

  const now = new Date(clock.now())
  return db.transaction(async (tx) => {
    const create = async (): Promise<Account> => {
      // First: who claims the number may be verifying it, and waits then for the new row.
      await dropClaims(tx, identifier, null)
      const [user] = await tx
        .insert(users)
        .values({
          ...verifiedPhone(vault, lookup.value, 'sms'),
          createdAt: now,
          updatedAt: now,
        })
        .returning()
      if (user === undefined) throw new Error('insert into users returned no row')
      return { user, wechat: null }
    }
    const account = owner ?? (await create())
    if (account.user.phoneFromWechat) await keepAsOwn(tx, account.user.id, account.user.phoneIndex)
    const kind = owner === null ? 'registered' : 'signed_in'
    const sessionToken = await signInAccount(tx, context, account.user, {
      method: 'sms',
      kind,
      client,
    })
    return sessionToken === null ? null : { account, sessionToken }
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
  client: ClientInfo,
): Promise<SignedIn> => {
  const phone = await consumeSmsCode(context, login.phone, login.code, client)
  const lookup = {
    kind: 'phone',
    value: phone,
    earlier: earlierPhone(login.phone) ?? phone,
  } as const
  const signIn = () => signInByPhone(context, lookup, login.createUser, client)
  // Another request took the number, or changed its account, in this very moment: what holds now is asked again.
  const signedIn = (await orIfTaken(signIn(), () => null)) ?? (await signIn())
  if (signedIn === null) throw phoneUnknown()
  return signedIn
}

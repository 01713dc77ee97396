import { eq, inArray, sql } from 'drizzle-orm'
import type { Account } from '../accounts/account'
import { redeemLoginCode } from '../accounts/redeem-code'
import { spendSmsCode } from '../accounts/sms-code'
import type { Context } from '../context'
import type { Database } from '../db/database'
import { deleteInBatches } from '../db/delete-in-batches'
import {
  auditEvents,
  fileBytes,
  files,
  imageChecks,
  rateLimits,
  smsCodes,
  users,
  wechatIdentities,
} from '../db/schema'
import { scrubDeletedRows } from '../db/scrub'
import { ApiError } from '../errors'
import { LIMITS, limitKey, spend } from '../security/limits'
import { openPhone } from '../security/phone'
import { passwordMatches } from '../security/password'

/** A proof given just now, besides the session: the password, a new wx.login code, or a text message's code. */
export type FreshProof =
  | { readonly kind: 'password'; readonly password: string }
  | { readonly kind: 'wechat'; readonly code: string }
  | { readonly kind: 'sms'; readonly code: string | number }
  | { readonly kind: 'none' }

const unproven = () =>
  new ApiError(
    403,
    'Deleting an account takes a fresh proof of this account: send password, code (wx.login) or sms_code.',
  )

const isProven = async (
  context: Context,
  { user, wechat }: Account,
  proof: FreshProof,
  ipAddress: string,
): Promise<boolean> => {
  if (proof.kind === 'password') return passwordMatches(user.passwordHash, proof.password)
  if (proof.kind === 'wechat') {
    const person = await redeemLoginCode(context, proof.code, ipAddress)
    return wechat !== null && person.openid === wechat.openid
  }
  if (proof.kind === 'sms' && user.phoneSealed !== null && user.phoneVerified) {
    await spendSmsCode(context, openPhone(context.vault, user.phoneSealed), proof.code, ipAddress)
    return true
  }
  // An anonymous user has nothing but the session to prove anything with.
  return proof.kind === 'none' && user.isAnonymous
}

/** Rejects with 403 unless the proof is this account's, with 429 after too many tries. */
export const requireFreshProof = async (
  context: Context,
  account: Account,
  proof: FreshProof,
  ipAddress: string,
): Promise<void> => {
  await spend(context, LIMITS.passwordPerAccount, `id:${account.user.id}`)
  if (!(await isProven(context, account, proof, ipAddress))) throw unproven()
}

// Each file has hundreds of rows inside the database.
const FILES_AT_ONCE = { batch: 4, tidying: { table: fileBytes, batches: 1 } }

// What an account may have thousands of goes first, in statements that others need not wait for.
const eraseManyRows = async (
  context: Pick<Context, 'db' | 'settings'>,
  userId: number,
): Promise<void> => {
  const owned = sql`user_id = ${userId}`
  await deleteInBatches(context, auditEvents, owned)
  await deleteInBatches(context, imageChecks, owned)
  await deleteInBatches(context, files, owned, FILES_AT_ONCE)
}

/**
 * Removes an account and everything held about it. Its audit trail, files and checks go first, then, at one moment,
 * the account: identities, sessions and links go with the user row; counters and codes that were kept under keyed
 * hashes go by key. What is left of it all in the files of an embedded database goes in the background. An account
 * whose erasure was cut short is there still, and may be erased again.
 */
export const eraseAccount = async (
  context: Pick<Context, 'db' | 'vault' | 'settings' | 'background'>,
  userId: number,
): Promise<void> => {
  const { db, settings, background } = context
  await eraseManyRows(context, userId)
  await db.transaction(async (tx) => {
    const openids = await tx
      .select({ openid: wechatIdentities.openid })
      .from(wechatIdentities)
      .where(eq(wechatIdentities.userId, userId))
    const [user] = await tx.delete(users).where(eq(users.id, userId)).returning()
    if (user === undefined) return
    if (user.phoneIndex !== null)
      await tx.delete(smsCodes).where(eq(smsCodes.phoneIndex, user.phoneIndex))
    await forgetCounters(context, tx, [
      String(userId),
      `id:${userId}`,
      ...openids.map(({ openid }) => openid),
      ...(user.username === null ? [] : [`username:${user.username.toLowerCase()}`]),
      ...(user.email === null ? [] : [user.email, `email:${user.email}`]),
      ...(user.phoneSealed === null
        ? []
        : phoneSubjects(openPhone(context.vault, user.phoneSealed))),
    ])
  })
  if (settings.database.kind === 'embedded') background.run(() => scrubDeletedRows(db))
}

const phoneSubjects = (phone: string) => [phone, `phone:${phone}`]

const forgetCounters = async (
  context: Pick<Context, 'vault'>,
  tx: Pick<Database, 'delete'>,
  subjects: readonly string[],
): Promise<void> => {
  const keys = Object.values(LIMITS).flatMap((limit) =>
    subjects.map((subject) => limitKey(context, limit, subject)),
  )
  await tx.delete(rateLimits).where(inArray(rateLimits.key, keys))
}

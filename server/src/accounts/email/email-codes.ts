import { randomInt } from 'node:crypto'
import { and, eq, gt, sql } from 'drizzle-orm'
import type { Context } from '../../context'
import { aliveAt } from '../../db/alive'
import type { Database } from '../../db/database'
import { emailCodes, type EmailCodePurpose } from '../../db/schema'
import { ApiError } from '../../errors'
import { isSameText } from '../../security/same-text'

const LIFETIME_MS = 60 * 60_000
const ATTEMPTS = 5
const LENGTH = 8
// No letter or digit that is taken for another: 32 of them, so a code has 40 bits.
const ALPHABET = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789'

const newCode = (): string =>
  Array.from({ length: LENGTH }, () => ALPHABET.charAt(randomInt(ALPHABET.length))).join('')

/**
 * What a person typed or pasted, as the code was made: capitals of ASCII, without dashes, blanks and the
 * characters that no one sees.
 */
const typed = (code: string): string =>
  code
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\p{Pd}\p{Cf}\u2212]/gu, '')

interface Addressee {
  readonly userId: number
  readonly email: string
}

const hashOf = (
  { vault }: Pick<Context, 'vault'>,
  purpose: EmailCodePurpose,
  { userId, email }: Addressee,
  code: string,
): string => vault.index(`${purpose}:${userId}:${email}:${code}`, 'email code')

/**
 * A new code for an account's address, valid for an hour and five tries; it replaces the one before. Returned as a
 * person types it (`ABCD-2345`). Only its keyed hash is stored, bound to account, address and purpose.
 */
export const issueEmailCode = async (
  context: Pick<Context, 'db' | 'vault' | 'clock'>,
  purpose: EmailCodePurpose,
  addressee: Addressee,
): Promise<string> => {
  const code = newCode()
  const row = {
    email: addressee.email,
    codeHash: hashOf(context, purpose, addressee, code),
    attemptsLeft: ATTEMPTS,
    expiresAt: new Date(context.clock.now() + LIFETIME_MS),
  }
  await context.db
    .insert(emailCodes)
    .values({ userId: addressee.userId, purpose, ...row })
    .onConflictDoUpdate({ target: [emailCodes.userId, emailCodes.purpose], set: row })
  return `${code.slice(0, 4)}-${code.slice(4)}`
}

const wrongCode = () =>
  new ApiError('email_code_wrong', 'The code is wrong or expired: check it, or ask for a new one.')

/**
 * Consumes the code mailed to an account's address. A try is counted before anything is compared and outside of the
 * caller's transaction, so that a rollback does not restore it. Rejects with 400 for a code that is wrong, used,
 * expired, or was sent to another address.
 */
export const consumeEmailCode = async (
  context: Pick<Context, 'db' | 'vault' | 'clock'>,
  purpose: EmailCodePurpose,
  addressee: Addressee,
  code: string,
): Promise<void> => {
  const { userId, email } = addressee
  const ofUser = and(
    eq(emailCodes.userId, userId),
    eq(emailCodes.purpose, purpose),
    eq(emailCodes.email, email),
  )
  const given = hashOf(context, purpose, addressee, typed(code))
  const [tried] = await context.db
    .update(emailCodes)
    .set({ attemptsLeft: sql`attempts_left - 1` })
    .where(
      and(
        ofUser,
        gt(emailCodes.attemptsLeft, 0),
        aliveAt(emailCodes.expiresAt, context.clock.now(), LIFETIME_MS),
      ),
    )
    .returning({ codeHash: emailCodes.codeHash })
  if (tried === undefined || !isSameText(tried.codeHash, given)) throw wrongCode()
  const used = await context.db
    .delete(emailCodes)
    .where(and(ofUser, eq(emailCodes.codeHash, given)))
    .returning({ userId: emailCodes.userId })
  if (used.length === 0) throw wrongCode()
}

/** Forgets the codes of an account, because what they verify has changed (docs/decisions/0011, O3). */
export const dropEmailCodes = async (
  tx: Pick<Database, 'delete'>,
  userId: number,
): Promise<void> => {
  await tx.delete(emailCodes).where(eq(emailCodes.userId, userId))
}

import { randomInt } from 'node:crypto'
import { sql } from 'drizzle-orm'
import type { Context } from '../context'
import { smsCodes } from '../db/schema'
import { ApiError } from '../errors'
import { LIMITS, spend } from '../security/limits'
import { normalizePhone, phoneIndex, refuseUnservedCountry } from '../security/phone'

const LIFETIME_MS = 10 * 60_000
const ATTEMPTS = 5
const DIGITS = 6

const codeHash = ({ vault }: Context, phone: string, code: string) =>
  vault.index(`${phone}:${code}`, 'sms code')

/**
 * Sends a six-digit code to a number (wire contract 1.2 #20), once a minute and ten times a day at most. A new code
 * replaces the one before. Rejects with 400 outside the countries that are served, 429 beyond the limits, 503 when the
 * message was not taken.
 */
export const sendSmsCode = async (
  context: Context,
  input: string | number,
  ipAddress: string,
): Promise<void> => {
  const { db, clock, outbox, vault, settings } = context
  const phone = normalizePhone(input)
  refuseUnservedCountry(phone, settings.smsCountries)
  await spend(context, LIMITS.smsPerAddress, ipAddress)
  await spend(context, LIMITS.smsPerPhoneAndMinute, phone)
  await spend(context, LIMITS.smsPerPhoneAndDay, phone)

  const code = String(randomInt(10 ** DIGITS)).padStart(DIGITS, '0')
  const row = {
    codeHash: codeHash(context, phone, code),
    attemptsLeft: ATTEMPTS,
    sentAt: new Date(clock.now()),
    expiresAt: new Date(clock.now() + LIFETIME_MS),
  }
  await db
    .insert(smsCodes)
    .values({ phoneIndex: phoneIndex(vault, phone), ...row })
    .onConflictDoUpdate({ target: smsCodes.phoneIndex, set: row })
  await outbox
    .sms({ to: phone, text: `${code} 是你的验证码，10 分钟内有效。Your code: ${code}` })
    .catch(() => {
      throw new ApiError(503, 'The text message could not be sent: try again later.')
    })
}

/**
 * Spends the code of a number: right once, and five tries at most, counted in the same statement that
 * compares. Rejects with 400 for a code that is wrong, spent, expired or never sent.
 */
export const spendSmsCode = async (
  context: Context,
  input: string | number,
  code: string | number,
  ipAddress: string,
): Promise<string> => {
  const { db, vault, clock } = context
  const phone = normalizePhone(input)
  await spend(context, LIMITS.smsTriesPerAddress, ipAddress)
  const given = codeHash(context, phone, String(code).padStart(DIGITS, '0'))
  const index = phoneIndex(vault, phone)
  const { rows } = await db.execute<{ right: boolean }>(sql`
    with tried as (
      update ${smsCodes} set attempts_left = attempts_left - 1
      where phone_index = ${index} and attempts_left > 0
        and expires_at > ${new Date(clock.now()).toISOString()}
      returning code_hash
    )
    select code_hash = ${given} as right from tried`)
  if (!rows[0]?.right)
    throw new ApiError(400, 'code is wrong or expired: check it, or ask for a new one.')
  const spent = await db
    .delete(smsCodes)
    .where(sql`phone_index = ${index} and code_hash = ${given}`)
    .returning({ index: smsCodes.phoneIndex })
  if (spent.length === 0)
    throw new ApiError(400, 'code is wrong or expired: check it, or ask for a new one.')
  return phone
}

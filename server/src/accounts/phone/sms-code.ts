import { randomInt } from 'node:crypto'
import { sql, type SQL } from 'drizzle-orm'
import type { Context } from '../../context'
import { aliveAt } from '../../db/alive'
import { smsCodes } from '../../db/schema'
import { ApiError } from '../../errors'
import { addressGroup } from '../../security/client-address'
import { normalizePhone, phoneIndex, refuseUnservedCountry } from '../../security/phone'
import { LIMITS, consume } from '../../security/limits'
import type { ClientInfo } from '../../sessions/session'
import { countMessage } from './sms-limit'

const LIFETIME_MS = 10 * 60_000
const ATTEMPTS = 5
const DIGITS = 6

/** Where a code was asked for or is tried: the device, or the address of a client that names none. */
export type SmsSender = Pick<ClientInfo, 'deviceId' | 'ipAddress'>

const codeHash = ({ vault }: Context, phone: string, code: string) =>
  vault.index(`${phone}:${code}`, 'sms code')

const senderHash = ({ vault }: Context, { deviceId, ipAddress }: SmsSender) =>
  vault.index(
    deviceId === null ? `address:${addressGroup(ipAddress)}` : `device:${deviceId}`,
    'sms sender',
  )

/**
 * Sends a six-digit code to a number (docs/protocol.md 4.13). The codes sent to it before stay valid: two requests
 * may cross, and the first may be another person's. Rejects with 400 outside the countries that are served, 429
 * beyond the limits, with 403 when a proof of humanity is asked for and `humanToken` is none, with 503 when the
 * message was not taken.
 */
export const sendSmsCode = async (
  context: Context,
  input: string | number,
  humanToken: string | null,
  client: ClientInfo,
): Promise<void> => {
  const { db, clock, mailer, vault, settings } = context
  const phone = normalizePhone(input)
  refuseUnservedCountry(phone, settings.smsCountries)
  await countMessage(context, phone, humanToken, client)

  const code = String(randomInt(10 ** DIGITS)).padStart(DIGITS, '0')
  const key = { phoneIndex: phoneIndex(vault, phone), codeHash: codeHash(context, phone, code) }
  const row = {
    sender: senderHash(context, client),
    attemptsLeft: ATTEMPTS,
    strangerAttemptsLeft: ATTEMPTS,
    sentAt: new Date(clock.now()),
    expiresAt: new Date(clock.now() + LIFETIME_MS),
  }
  await db
    .insert(smsCodes)
    .values({ ...key, ...row })
    .onConflictDoUpdate({ target: [smsCodes.phoneIndex, smsCodes.codeHash], set: row })
  await mailer
    .sms({ to: phone, text: `${code} 是你的验证码，10 分钟内有效。Your code: ${code}` })
    .catch((cause: unknown) => {
      const sentence = 'The text message could not be sent: try again later.'
      throw new ApiError('sms_not_sent', sentence, {}, { cause })
    })
}

/** Counts a try at the valid codes of a number that `whose` selects and `left` still allows: whether it is right. */
const tryCode = async (
  { db, clock }: Context,
  index: string,
  tried: string,
  { whose, left }: { readonly whose: SQL; readonly left: SQL },
): Promise<boolean> => {
  // In one order, so that two tries at once do not wait for each other's rows.
  const { rows } = await db.execute<{ right: boolean }>(sql`
    with open as (
      select code_hash from ${smsCodes}
      where phone_index = ${index} and ${whose} and ${left} > 0
        and ${aliveAt(smsCodes.expiresAt, clock.now(), LIFETIME_MS)}
      order by code_hash for update
    ), counted as (
      update ${smsCodes} set ${left} = ${left} - 1
      where phone_index = ${index} and code_hash in (select code_hash from open) returning code_hash
    )
    select true as right from counted where code_hash = ${tried}`)
  return rows.length > 0
}

/**
 * Consumes the code of a number: right once. A code takes five tries of the sender that asked for it and five of all
 * others together, counted in the statement that compares: guesses from elsewhere leave the first five alone. Rejects
 * with 400 for a code that is wrong, consumed, expired or never sent, with 429 for too many tries from an address.
 */
export const consumeSmsCode = async (
  context: Context,
  input: string | number,
  code: string | number,
  from: SmsSender,
): Promise<string> => {
  const phone = normalizePhone(input)
  const tried = codeHash(context, phone, String(code).padStart(DIGITS, '0'))
  const index = phoneIndex(context.vault, phone)
  const sender = senderHash(context, from)

  const asAsker = { whose: sql`sender = ${sender}`, left: sql.raw('attempts_left') }
  const asStranger = { whose: sql`sender <> ${sender}`, left: sql.raw('stranger_attempts_left') }
  if (!(await tryCode(context, index, tried, asAsker))) {
    await consume(context, LIMITS.smsTriesPerAddress, from.ipAddress)
    if (!(await tryCode(context, index, tried, asStranger))) throw wrongCode()
  }
  const consumed = await context.db
    .delete(smsCodes)
    .where(sql`phone_index = ${index} and code_hash = ${tried}`)
    .returning({ index: smsCodes.phoneIndex })
  if (consumed.length === 0) throw wrongCode()
  return phone
}

const wrongCode = () =>
  new ApiError('sms_code_wrong', 'code is wrong or expired: check it, or ask for a new one.')

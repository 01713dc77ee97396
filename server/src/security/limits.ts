import { ApiError } from '../errors'
import { counted, refund, waitsOf, type Counting, type Limit, type Use } from './buckets'
import { takeUses } from './take-uses'

const MINUTE = 60_000
const HOUR = 60 * MINUTE

/**
 * Every limit of the server, explained in docs/limits.md. `per*` says what is counted. A limit that other people can
 * use up (per address, per target) refills at least once a minute, so that no one waits longer for what others do;
 * except for messages to one number or mailbox, whose owner has received them and can use what they hold.
 */
export const LIMITS = {
  passwordPerSender: { kind: 'password/sender', max: 10, windowMs: 10 * MINUTE },
  passwordPerDevice: { kind: 'password/device', max: 10, windowMs: 5 * MINUTE },
  passwordPerTarget: { kind: 'password/target', max: 20, windowMs: 10 * MINUTE },
  passwordPerAddress: { kind: 'password/address', max: 100, windowMs: 5 * MINUTE },
  reauthenticationPerSession: { kind: 'reauthentication/session', max: 10, windowMs: 5 * MINUTE },
  accountChangesPerUser: { kind: 'account/user', max: 10, windowMs: 10 * MINUTE },
  fieldChangesPerUser: { kind: 'fields/user', max: 120, windowMs: MINUTE },
  registrationPerAddress: { kind: 'register/address', max: 100, windowMs: HOUR },
  refusedCodesPerAddress: { kind: 'refused-code/address', max: 60, windowMs: MINUTE },
  loginsPerOpenid: { kind: 'login/openid', max: 100, windowMs: MINUTE },
  phoneChecksPerUser: { kind: 'phone/user', max: 20, windowMs: HOUR },
  smsPerPhoneAndMinute: { kind: 'sms/phone/minute', max: 1, windowMs: MINUTE },
  smsPerPhoneAndDay: { kind: 'sms/phone/day', max: 10, windowMs: 24 * HOUR },
  smsPerDeviceAndMinute: { kind: 'sms/device/minute', max: 1, windowMs: MINUTE },
  smsPerDeviceAndDay: { kind: 'sms/device/day', max: 100, windowMs: 24 * HOUR },
  smsPerOwnerAndDay: { kind: 'sms/owner/day', max: 200, windowMs: 24 * HOUR },
  smsPerAddress: { kind: 'sms/address', max: 60, windowMs: HOUR },
  smsTriesPerAddress: { kind: 'sms-try/address', max: 60, windowMs: 10 * MINUTE },
  mailPerAddress: { kind: 'mail/address', max: 30, windowMs: HOUR / 2 },
  mailPerAccount: { kind: 'mail/account', max: 5, windowMs: HOUR },
  mailPerUser: { kind: 'mail/user', max: 5, windowMs: HOUR },
  mailPerClaim: { kind: 'mail/claim', max: 10, windowMs: 10 * MINUTE },
  linksPerUser: { kind: 'link/user', max: 20, windowMs: HOUR },
  functionsPerUser: { kind: 'function/user', max: 60, windowMs: MINUTE },
  exportsPerUser: { kind: 'export/user', max: 10, windowMs: HOUR },
  searchesPerUser: { kind: 'search/user', max: 120, windowMs: MINUTE },
  wideSearchesPerUser: { kind: 'search/wide/user', max: 30, windowMs: MINUTE },
  uploadsPerUser: { kind: 'upload/user', max: 60, windowMs: HOUR },
  censorPerUser: { kind: 'censor/user', max: 120, windowMs: MINUTE },
} as const satisfies Record<string, Limit>

/** The 429 of a caller who has to wait so long, in milliseconds; the answer rounds it up to seconds. */
export const tooMany = (waitMs: number): ApiError => {
  const seconds = Math.max(1, Math.ceil(waitMs / 1000))
  return new ApiError('too_many_requests', `Too many attempts: try again in ${seconds} seconds.`, {
    retry_after: seconds,
  })
}

/**
 * Counts all of these uses, each under a limit of its own, or none: rejects with 429 when one of them is beyond
 * its limit, and names the longest of the waits, after which all of them pass. Counted in the database, over all
 * processes.
 */
export const consumeAll = async (context: Counting, uses: readonly Use[]): Promise<void> => {
  const all = counted(context, uses)
  const refused = await takeUses(context)(all)
  if (refused.length === 0) return
  const waits = await waitsOf(context, refused)
  await refund(
    context,
    all.filter((each) => !refused.includes(each)).map(({ use }) => use),
  )
  throw tooMany(Math.max(...waits))
}

/** Counts one use of `subject`; rejects with 429 beyond the limit. */
export const consume = (context: Counting, limit: Limit, subject: string): Promise<void> =>
  consumeAll(context, [{ limit, subject }])

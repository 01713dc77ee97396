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
  passwordPerSender: {
    kind: 'password/sender',
    max: 10,
    windowMs: 10 * MINUTE,
    form: 'name, address',
  },
  passwordPerDevice: {
    kind: 'password/device',
    max: 10,
    windowMs: 5 * MINUTE,
    form: 'name, device',
  },
  passwordPerTarget: { kind: 'password/target', max: 20, windowMs: 10 * MINUTE, form: 'name' },
  passwordPerAddress: { kind: 'password/address', max: 100, windowMs: 5 * MINUTE, form: 'address' },
  reauthenticationPerSession: {
    kind: 'reauthentication/session',
    max: 10,
    windowMs: 5 * MINUTE,
    form: 'id',
  },
  accountChangesPerUser: { kind: 'account/user', max: 10, windowMs: 10 * MINUTE, form: 'id' },
  fieldChangesPerUser: { kind: 'fields/user', max: 120, windowMs: MINUTE, form: 'id' },
  registrationPerAddress: { kind: 'register/address', max: 100, windowMs: HOUR, form: 'address' },
  refusedCodesPerAddress: {
    kind: 'refused-code/address',
    max: 60,
    windowMs: MINUTE,
    form: 'address',
  },
  refusedCodesPerUser: { kind: 'refused-code/user', max: 10, windowMs: 10 * MINUTE, form: 'id' },
  loginsPerOpenid: { kind: 'login/openid', max: 100, windowMs: MINUTE, form: 'id' },
  phoneChecksPerUser: { kind: 'phone/user', max: 20, windowMs: HOUR, form: 'id' },
  profileCodesPerUser: { kind: 'profile-code/user', max: 20, windowMs: HOUR, form: 'id' },
  smsPerPhoneAndMinute: { kind: 'sms/phone/minute', max: 1, windowMs: MINUTE, form: 'phone' },
  smsPerPhoneAndDay: { kind: 'sms/phone/day', max: 10, windowMs: 24 * HOUR, form: 'phone' },
  smsPerDeviceAndMinute: {
    kind: 'sms/device/minute',
    max: 1,
    windowMs: MINUTE,
    form: 'phone, device',
  },
  smsPerDeviceAndDay: {
    kind: 'sms/device/day',
    max: 100,
    windowMs: 24 * HOUR,
    form: 'phone, device',
  },
  smsPerOwnerAndDay: { kind: 'sms/owner/day', max: 200, windowMs: 24 * HOUR, form: 'phone' },
  smsPerAddress: { kind: 'sms/address', max: 60, windowMs: HOUR, form: 'address' },
  smsTriesPerAddress: { kind: 'sms-try/address', max: 60, windowMs: 10 * MINUTE, form: 'address' },
  mailPerAddress: { kind: 'mail/address', max: 30, windowMs: HOUR / 2, form: 'address' },
  mailPerAccount: { kind: 'mail/account', max: 5, windowMs: HOUR, form: 'mail' },
  mailPerUser: { kind: 'mail/user', max: 5, windowMs: HOUR, form: 'id' },
  mailPerClaim: { kind: 'mail/claim', max: 10, windowMs: 10 * MINUTE, form: 'mail' },
  resetTriesPerUser: { kind: 'reset/user', max: 10, windowMs: 5 * MINUTE, form: 'id' },
  noticesPerRecipient: {
    kind: 'notice/recipient',
    max: 5,
    windowMs: 5 * HOUR,
    form: 'mail, phone',
  },
  linksPerUser: { kind: 'link/user', max: 20, windowMs: HOUR, form: 'id' },
  functionsPerUser: { kind: 'function/user', max: 60, windowMs: MINUTE, form: 'id' },
  exportsPerUser: { kind: 'export/user', max: 10, windowMs: HOUR, form: 'id' },
  searchesPerUser: { kind: 'search/user', max: 120, windowMs: MINUTE, form: 'id' },
  wideSearchesPerUser: { kind: 'search/wide/user', max: 30, windowMs: MINUTE, form: 'id' },
  uploadsPerUser: { kind: 'upload/user', max: 60, windowMs: HOUR, form: 'id' },
  censorPerUser: { kind: 'censor/user', max: 120, windowMs: MINUTE, form: 'id' },
} as const satisfies Record<string, Limit>

/** The 429 of a caller who has to wait so long, in milliseconds; the answer rounds it up to seconds. */
export const tooMany = (waitMs: number): ApiError => {
  const seconds = Math.max(1, Math.ceil(waitMs / 1000))
  return new ApiError('too_many_requests', `Too many attempts: try again in ${seconds} seconds.`, {
    retry_after: seconds,
  })
}

/** Counts each of these uses on its own, in the database, over all processes; returns those that are within their limits. */
export const consumeEach = async (
  context: Counting,
  uses: readonly Use[],
): Promise<readonly Use[]> => {
  const all = counted(context, uses)
  const refused = await takeUses(context)(all)
  return all.filter((each) => !refused.includes(each)).map(({ use }) => use)
}

/**
 * Counts all of these uses, each under a limit of its own, or none: rejects with 429 when one of them is beyond
 * its limit, and names the longest of the waits, after which all of them pass.
 */
export const consumeAll = async (context: Counting, uses: readonly Use[]): Promise<void> => {
  const passed = await consumeEach(context, uses)
  const refused = uses.filter((use) => !passed.includes(use))
  if (refused.length === 0) return
  const waits = await waitsOf(context, refused)
  await refund(context, passed)
  throw tooMany(Math.max(...waits))
}

/** Counts one use of `subject`; rejects with 429 beyond the limit. */
export const consume = (context: Counting, limit: Limit, subject: string): Promise<void> =>
  consumeAll(context, [{ limit, subject }])

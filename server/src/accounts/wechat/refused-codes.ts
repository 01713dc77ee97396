import type { Context } from '../../context'
import { ApiError } from '../../errors'
import { refund, type Use } from '../../security/buckets'
import { addressGroup } from '../../security/client-address'
import { createFairTurns } from '../../security/fair-turns'
import { LIMITS, consume, consumeAll, tooMany } from '../../security/limits'
import { authenticate } from '../../sessions/authenticate'
import type { ClientInfo } from '../../sessions/session'

const LIMIT = LIMITS.refusedCodesPerAddress
const RETRY_AFTER_MS = 1_000

/** Where a code comes from. */
export type CodeSender = Pick<ClientInfo, 'ipAddress' | 'presentedTokenHash'> &
  Partial<Pick<ClientInfo, 'signal'>>

// Three quarters of the calls to WeChat that may run at once (wechat/call.ts): no address takes all of them, and hundreds
// behind one address still sign in at once while WeChat is slow.
const turns = createFairTurns({
  mostOfOne: 384,
  mostWaitingOfOne: 1_000,
  busy: () => tooMany(RETRY_AFTER_MS),
})

const statusOf = (error: unknown) => (error instanceof ApiError ? error.status : null)

const countRefusal = (context: Context, ipAddress: string): Promise<void> =>
  consume(context, LIMIT, ipAddress).catch((error: unknown) => {
    if (statusOf(error) !== 429) throw error
    context.slowLane.begin(addressGroup(ipAddress), context.clock.now() + LIMIT.windowMs)
  })

/**
 * What lets a code pass beside the slow lane, counted: a live session of an account that has not sent too many bad
 * ones. Null for any other, and for an anonymous user, whom anyone becomes for nothing.
 */
const passOf = async (context: Context, tokenHash: string | null): Promise<Use | null> => {
  try {
    const { user } = await authenticate(context, tokenHash)
    if (user.isAnonymous) return null
    const use = { limit: LIMITS.refusedCodesPerUser, subject: String(user.id) }
    await consumeAll(context, [use])
    return use
  } catch (error) {
    if (statusOf(error) === 401 || statusOf(error) === 429) return null
    throw error
  }
}

/**
 * Redeems a code of WeChat's through `exchange`, and counts a refused one (400) against the sender's address. An
 * address with too many of them is never turned away, because others may be behind it: its exchanges go through
 * the slow lane, which rejects with 429 only while too many wait there. A live session passes beside it while few of
 * its account's codes were refused. No address has more than 384 exchanges at once.
 */
export const exchangeCounted = async <T>(
  context: Context,
  { ipAddress, presentedTokenHash, signal }: CodeSender,
  exchange: () => Promise<T>,
): Promise<T> => {
  const { slowLane, clock } = context
  const group = addressGroup(ipAddress)
  const isSlow = slowLane.isSlow(group, clock.now())
  const pass = isSlow ? await passOf(context, presentedTokenHash) : null
  const takePassBack = async () => {
    if (pass !== null) await refund(context, [pass])
  }
  const inTurn = () => turns.run(group, signal, exchange)
  try {
    const redeemed = await (isSlow && pass === null ? slowLane.run(group, inTurn) : inTurn())
    await takePassBack()
    return redeemed
  } catch (error) {
    await (statusOf(error) === 400 ? countRefusal(context, ipAddress) : takePassBack())
    throw error
  }
}

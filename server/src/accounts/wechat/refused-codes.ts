import type { Context } from '../../context'
import { ApiError } from '../../errors'
import { addressGroup } from '../../security/client-address'
import { LIMITS, consume } from '../../security/limits'
import { authenticate } from '../../sessions/authenticate'
import type { ClientInfo } from '../../sessions/session'

const LIMIT = LIMITS.refusedCodesPerAddress

/** Where a code comes from. */
export type CodeSender = Pick<ClientInfo, 'ipAddress' | 'presentedTokenHash'>

const statusOf = (error: unknown) => (error instanceof ApiError ? error.status : null)

const countRefusal = (context: Context, ipAddress: string): Promise<void> =>
  consume(context, LIMIT, ipAddress).catch((error: unknown) => {
    if (statusOf(error) !== 429) throw error
    context.slowLane.begin(addressGroup(ipAddress), context.clock.now() + LIMIT.windowMs)
  })

const hasSession = (context: Context, tokenHash: string | null): Promise<boolean> =>
  authenticate(context, tokenHash).then(
    () => true,
    (error: unknown) => {
      if (statusOf(error) === 401) return false
      throw error
    },
  )

/**
 * Redeems a code of WeChat's through `exchange`, and counts a refused one (400) against the sender's address. An
 * address with too many of them is never turned away, because others may be behind it: its exchanges go through
 * the slow lane, which rejects with 429 only while too many wait there. A live session passes beside it.
 */
export const exchangeCounted = async <T>(
  context: Context,
  { ipAddress, presentedTokenHash }: CodeSender,
  exchange: () => Promise<T>,
): Promise<T> => {
  const { slowLane, clock } = context
  const isHeldUp =
    slowLane.isSlow(addressGroup(ipAddress), clock.now()) &&
    !(await hasSession(context, presentedTokenHash))
  const redeemed = isHeldUp ? slowLane.run(addressGroup(ipAddress), exchange) : exchange()
  return redeemed.catch(async (error: unknown) => {
    if (statusOf(error) === 400) await countRefusal(context, ipAddress)
    throw error
  })
}

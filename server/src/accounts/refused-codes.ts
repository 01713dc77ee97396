import type { Context } from '../context'
import { ApiError, type FailureStatus } from '../errors'
import { addressGroup } from '../security/client-address'
import { LIMITS, spend, tooMany } from '../security/limits'

const LIMIT = LIMITS.refusedCodesPerAddress

const countRefusal = (context: Context, ipAddress: string): Promise<void> =>
  spend(context, LIMIT, ipAddress).catch((error: unknown) => {
    if (error instanceof ApiError) {
      const seconds = Number(error.extra['retry_after'])
      context.waits.begin(addressGroup(ipAddress), context.clock.now() + seconds * 1000)
    }
    throw error
  })

/**
 * Redeems a code of WeChat's or a link of ours through `exchange`, and counts against the sender's address when that
 * rejects with the status `refusal`. Rejects with 429 after too many: they are counted in the database, over all
 * processes, and once a process knows of an address that has to wait, nothing of it reaches the database or WeChat.
 * What is good costs no count.
 */
export const exchangeCounted = async <T>(
  context: Context,
  ipAddress: string,
  refusal: FailureStatus,
  exchange: () => Promise<T>,
): Promise<T> => {
  const waitMs = context.waits.left(addressGroup(ipAddress), context.clock.now())
  if (waitMs > 0) throw tooMany(waitMs)
  return exchange().catch(async (error: unknown) => {
    if (error instanceof ApiError && error.status === refusal)
      await countRefusal(context, ipAddress)
    throw error
  })
}

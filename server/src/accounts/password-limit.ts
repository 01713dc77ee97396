import type { Context } from '../context'
import { forgive, LIMITS, refund, spendAll, type Use } from '../security/limits'
import type { Origin } from '../sessions/session'
import { familiarityOf, type Familiarity } from './known-devices'

/** A guess at a password that was counted before it is checked. */
export interface Guess {
  /** Takes the count back: the password was right. */
  readonly wasRight: () => Promise<void>
}

const usesOf = (target: string, familiarity: Familiarity, origin: Origin): readonly Use[] => {
  const { ipAddress, deviceId, presentedTokenHash } = origin
  const bySender = { limit: LIMITS.passwordPerSender, subject: `${target}:${ipAddress}` }
  if (familiarity === 'device')
    return [{ limit: LIMITS.passwordPerDevice, subject: `${target}:device:${deviceId}` }]
  if (familiarity === 'session')
    return [{ limit: LIMITS.passwordPerDevice, subject: `${target}:session:${presentedTokenHash}` }]
  // Shared by all who send from this address; what is used up elsewhere does not count.
  if (familiarity === 'address') return [bySender]
  return [
    { limit: LIMITS.passwordPerAddress, subject: ipAddress },
    bySender,
    { limit: LIMITS.passwordPerTarget, subject: target },
  ]
}

/**
 * Counts a guess at the password of `target`, before it is checked, so that guesses of the same moment cannot outrun
 * the count: for a known device of the account `userId` in a bucket of its own, for all others per sender, per sender
 * and target, and per target. Rejects with 429 beyond a limit. A name without an account (null) is counted alike.
 */
export const countGuess = async (
  context: Pick<Context, 'db' | 'clock' | 'vault'>,
  target: string,
  userId: number | null,
  origin: Origin,
): Promise<Guess> => {
  const familiarity = await familiarityOf(context, userId, origin)
  const uses = usesOf(target, familiarity, origin)
  await spendAll(context, uses)
  const isOwn = familiarity === 'device' || familiarity === 'session'
  return {
    wasRight: async () => {
      if (!isOwn) return refund(context, uses)
      for (const use of uses) await forgive(context, use)
    },
  }
}

import { addressGroup } from '../../security/client-address'
import type { Context } from '../../context'
import { refund, reset, type Use } from '../../security/buckets'
import { LIMITS, consumeAll } from '../../security/limits'
import type { ClientInfo } from '../../sessions/session'
import { familiarityOf, type Familiarity } from './known-devices'

/** A guess at a password that was counted before it is checked. */
export interface Guess {
  /** Takes the count back: the password was right. */
  readonly wasRight: () => Promise<void>
}

/** What a known device is counted by alone; null for a stranger, who is counted with others. */
const ownSubject = (
  target: string,
  familiarity: Familiarity,
  client: ClientInfo,
): string | null => {
  if (familiarity === 'device') return `${target}:device:${client.deviceId}`
  if (familiarity === 'session') return `${target}:session:${client.presentedTokenHash}`
  return familiarity === 'address' ? `${target}:known:${addressGroup(client.ipAddress)}` : null
}

// Always three, so that the work does not distinguish a name that is known here from one without an account.
const usesOf = (target: string, familiarity: Familiarity, client: ClientInfo): readonly Use[] => {
  const own = ownSubject(target, familiarity, client)
  const mayBeShared = familiarity === 'address' || familiarity === 'stranger'
  return [
    { limit: LIMITS.passwordPerAddress, subject: own ?? client.ipAddress },
    {
      limit: mayBeShared ? LIMITS.passwordPerSender : LIMITS.passwordPerDevice,
      subject: own ?? `${target}:${addressGroup(client.ipAddress)}`,
    },
    { limit: LIMITS.passwordPerTarget, subject: own ?? target },
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
  client: ClientInfo,
): Promise<Guess> => {
  const familiarity = await familiarityOf(context, userId, client)
  const uses = usesOf(target, familiarity, client)
  await consumeAll(context, uses)
  const isOwn = familiarity === 'device' || familiarity === 'session'
  return {
    wasRight: () => (isOwn ? reset(context, uses) : refund(context, uses)),
  }
}

import type { Context } from '../../context'
import { addressGroup } from '../../security/client-address'
import { refund, reset, type Use } from '../../security/buckets'
import { LIMITS, consumeAll } from '../../security/limits'
import type { ClientInfo } from '../../sessions/session'
import { familiarityOf, type Familiarity } from './known-devices'

/** A guess at a password that was counted before it is checked. */
export interface Guess {
  /** Whether it comes from a device that the account knows, by its ID or a session. */
  readonly isKnown: boolean
  /** Takes the count back: the password was right. */
  readonly wasRight: () => Promise<void>
  /** Takes the count back: the password was not compared. */
  readonly wasUnchecked: () => Promise<void>
}

/** What a known device is counted by alone; null for a stranger, who is counted with others. */
const ownSubject = (
  target: string,
  userId: number | null,
  familiarity: Familiarity,
  client: ClientInfo,
): string | null => {
  const account = `${target}:${userId}`
  if (familiarity === 'device') return `${account}:device:${client.deviceId}`
  if (familiarity === 'session') return `${account}:session:${client.presentedTokenHash}`
  return familiarity === 'address' ? `${account}:known:${addressGroup(client.ipAddress)}` : null
}

// Always three, so that the work does not distinguish a name that is known here from one without an account.
const usesOf = (
  target: string,
  userId: number | null,
  familiarity: Familiarity,
  client: ClientInfo,
): readonly Use[] => {
  const own = ownSubject(target, userId, familiarity, client)
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
 * Returns what counts the guess of one request at the password of an account `userId` that is called `target`, before
 * it is checked, so that guesses of the same moment cannot outrun the count: for a known device of that very account in
 * a bucket of its own, for all others per sender, per sender and target, and per target. A guess at several accounts is
 * counted for each that knows the device, and once for all the others: who is known to one of them guesses at the
 * others as a stranger. Rejects with 429 beyond a limit. A name without an account (null) is counted alike.
 */
export const guessCounter = (
  context: Pick<Context, 'db' | 'clock' | 'vault'>,
  target: string,
  client: ClientInfo,
): ((userId: number | null) => Promise<Guess>) => {
  let ofStranger: Guess | null = null
  return async (userId) => {
    const familiarity = await familiarityOf(context, userId, client)
    if (familiarity === 'stranger' && ofStranger !== null) return ofStranger
    const uses = usesOf(target, userId, familiarity, client)
    await consumeAll(context, uses)
    const isKnown = familiarity === 'device' || familiarity === 'session'
    const takeBack = () => refund(context, uses)
    const wasRight = isKnown ? () => reset(context, uses) : takeBack
    // What is counted already was compared with another account's password.
    const guess = { isKnown, wasRight, wasUnchecked: takeBack }
    if (familiarity === 'stranger') ofStranger = { ...guess, wasUnchecked: async () => undefined }
    return guess
  }
}

import { BaasError, CODE } from '../baas/errors'
import { readGrant, type Grant } from '../baas/grant'
import { signInCall, type Proof } from '../baas/proof'
import type { User } from '../baas/user'
import { expiryOf } from './keeper'
import { lesson } from './outcome'
import type { Parts } from './parts'
import type { SessionRecord } from './record'
import type { Why } from './session'

/** The record of a session granted just now. */
export const recordOf = ({ user, ...lease }: Grant, nowMs: number): SessionRecord => ({
  token: lease.token,
  expiresAtMs: expiryOf(lease, nowMs),
  refreshedAtMs: nowMs,
  user,
})

export interface SignIns {
  /** Presents a proof and makes its outcome the session. Rejects with BaasError, 499 when overtaken. */
  signIn(proof: Proof, why: Why): Promise<User>
  /** The same, by the machine itself: it yields to whatever a person asks for, before or after. */
  signInUnasked(proof: Proof, why: Why): Promise<User>
  /** From here on, sign-ins that are already running change nothing. */
  overtake(): void
}

/** A running sign-in. */
interface Flight {
  /** Its place in the order people asked in; whoever joins moves it up. */
  readonly place: { turn: number }
  readonly outcome: Promise<User>
}

/**
 * Callers with the same proof share one flight; two proofs are two flights, and what was asked for last
 * wins, in whatever order they are answered. A session granted too late is ended again.
 */
export function createSignIns({ keeper, send, wechat, clock, revocations }: Parts): SignIns {
  const flying = new Map<string, Flight>()
  let asked = 0
  let settled = 0
  let attempts = 0

  const attempt = async (proof: Proof, why: Why, place: Flight['place']) => {
    const id = ++attempts
    const isOvertaken = () => place.turn < settled
    const insist = () => {
      if (isOvertaken()) throw new BaasError(CODE.cancelled)
    }
    keeper.note({ type: 'attemptStarted', attempt: { id, why } })
    try {
      const call = await signInCall(proof, wechat)
      insist()
      const grant = readGrant((await send({ ...call, ...liveToken() })).body)
      if (isOvertaken()) void revocations.revoke(grant.token)
      insist()
      settled = place.turn
      keeper.identify(recordOf(grant, clock.now()))
      // The server answers again: what could not be revoked before can be now.
      void revocations.retry()
      return grant.user
    } catch (error) {
      const nobody = lesson(error, proof, keeper.known(), clock.now())
      if (nobody !== undefined && !isOvertaken()) keeper.unidentify(nobody)
      throw error
    } finally {
      keeper.note({ type: 'attemptEnded', id })
    }
  }

  // The server ends the session it replaces, and turns an anonymous user into a named one.
  const liveToken = () => {
    const record = keeper.record()
    return record !== undefined && record.expiresAtMs > clock.now() ? { token: record.token } : {}
  }

  const fly = (proof: Proof, why: Why, turn: number): Promise<User> => {
    const intent = JSON.stringify(proof)
    const running = flying.get(intent)
    // One that was overtaken will come to nothing, so it is not joined.
    if (running !== undefined && running.place.turn >= settled) {
      running.place.turn = Math.max(running.place.turn, turn)
      return running.outcome
    }
    const place = { turn }
    const outcome = attempt(proof, why, place).finally(() => {
      if (flying.get(intent)?.place === place) flying.delete(intent)
    })
    flying.set(intent, { place, outcome })
    return outcome
  }

  return {
    signIn: (proof, why) => fly(proof, why, ++asked),
    signInUnasked: (proof, why) => fly(proof, why, settled),
    overtake() {
      settled = ++asked
      keeper.note({ type: 'overtaken' })
    },
  }
}

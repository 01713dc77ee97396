import { BaasError, CODE } from '../baas/errors'
import { createFlights } from '../baas/flights'
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
  /** From here on, sign-ins that are already running change nothing. */
  overtake(): void
}

/**
 * Callers with the same proof share one flight; two proofs are two flights, and the one begun last
 * wins, in whatever order they are answered. A session granted too late is ended again.
 */
export function createSignIns({ keeper, send, wechat, clock, revocations }: Parts): SignIns {
  const fly = createFlights<User>()
  let begun = 0
  let settled = 0

  const attempt = async (proof: Proof, why: Why): Promise<User> => {
    const turn = ++begun
    const insist = () => {
      if (turn < settled) throw new BaasError(CODE.cancelled)
    }
    keeper.attempt('attemptStarted', why)
    try {
      const call = await signInCall(proof, wechat)
      insist()
      const grant = readGrant((await send({ ...call, ...liveToken() })).body)
      if (turn < settled) void revocations.revoke(grant.token)
      insist()
      settled = turn
      keeper.identify(recordOf(grant, clock.now()))
      return grant.user
    } catch (error) {
      const nobody = lesson(error, proof, keeper.known(), clock.now())
      if (nobody !== undefined && turn >= settled) keeper.unidentify(nobody)
      throw error
    } finally {
      keeper.attempt('attemptEnded', why)
    }
  }

  // The server ends the session it replaces, and turns an anonymous user into a named one.
  const liveToken = () => {
    const record = keeper.record()
    return record !== undefined && record.expiresAtMs > clock.now() ? { token: record.token } : {}
  }

  return {
    signIn: (proof, why) => fly(`${settled} ${JSON.stringify(proof)}`, () => attempt(proof, why)),
    overtake() {
      settled = ++begun
    },
  }
}

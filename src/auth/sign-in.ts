import { BaasError, CODE, isUnanswered } from '../baas/errors'
import { readNewSession, type NewSession } from '../baas/session-token'
import { signInCall, type Credentials } from '../baas/credentials'
import type { User } from '../baas/user'
import { isTransient, stateAfterFailedSignIn } from './failed-sign-in'
import type { Parts } from './parts'
import { recordOf } from './stored-session'
import type { Why } from './session'

export interface SignIns {
  /** Signs in and makes the outcome the session. Rejects with BaasError, 499 when overtaken. */
  signIn: (credentials: Credentials, why: Why) => Promise<User>
  /** The same, by the machine itself: it yields to whatever a person asks for, before or after. */
  signInUnasked: (credentials: Credentials, why: Why) => Promise<User>
  /** From here on, sign-ins that are already running change nothing. */
  overtake: () => void
}

/** A running sign-in. */
interface Flight {
  /** Its place in the order people asked in; a caller that joins moves it up. */
  readonly place: { turn: number }
  readonly outcome: Promise<User>
}

/**
 * Callers with the same credentials share one flight; others have their own, and what was asked for last
 * wins, in whatever order they are answered. A session that begins too late is ended again.
 */
export const createSignIns = ({ store, send, wechat, clock, revocations }: Parts): SignIns => {
  const flying = new Map<string, Flight>()
  let asked = 0
  let settled = 0
  let attempts = 0
  // A registration whose answer was lost may have been made: what is taken then may be the person's own.
  let unanswered = ''

  const attempt = async (
    credentials: Credentials,
    intent: string,
    why: Why,
    place: Flight['place'],
  ) => {
    const id = ++attempts
    const isOvertaken = () => place.turn < settled
    const assertNotOvertaken = () => {
      if (isOvertaken()) throw new BaasError(CODE.cancelled)
    }
    const ask = async (presented: Credentials): Promise<NewSession> => {
      const call = await signInCall(presented, wechat)
      assertNotOvertaken()
      return readNewSession((await send({ ...call, ...liveToken() })).body)
    }
    store.note({ type: 'attemptStarted', attempt: { id, why } })
    try {
      const session = await ask(credentials).catch((error: unknown) => {
        const isLost = isUnanswered(error)
        if (isLost) unanswered = intent
        if (isLost || credentials.by !== 'registration' || intent !== unanswered) throw error
        return ask({ ...credentials, by: 'password' }).catch((refusal: unknown) => {
          // Never made, or another person's: why it was refused is what the registration was answered.
          throw isTransient(refusal) ? refusal : error
        })
      })
      if (isOvertaken()) void revocations.revoke(session.token)
      assertNotOvertaken()
      settled = place.turn
      store.identify(recordOf(session, clock.now()))
      // The server answers again: what could not be revoked before can be now.
      void revocations.retry()
      return session.user
    } catch (error) {
      const next = stateAfterFailedSignIn(error, credentials, store.known(), clock.now())
      if (next !== undefined && !isOvertaken()) store.unidentify(next)
      throw error
    } finally {
      store.note({ type: 'attemptEnded', id })
    }
  }

  // The server ends the session it replaces, and turns an anonymous user into a named one.
  const liveToken = () => {
    const record = store.record()
    return record !== undefined && record.expiresAtMs > clock.now() ? { token: record.token } : {}
  }

  const fly = (credentials: Credentials, why: Why, turn: number): Promise<User> => {
    const intent = JSON.stringify(credentials)
    const running = flying.get(intent)
    // One that was overtaken will come to nothing, so it is not joined.
    if (running !== undefined && running.place.turn >= settled) {
      running.place.turn = Math.max(running.place.turn, turn)
      return running.outcome
    }
    const place = { turn }
    const outcome = attempt(credentials, intent, why, place).finally(() => {
      if (flying.get(intent)?.place === place) flying.delete(intent)
    })
    flying.set(intent, { place, outcome })
    return outcome
  }

  return {
    signIn: (credentials, why) => fly(credentials, why, ++asked),
    signInUnasked: (credentials, why) => fly(credentials, why, settled),
    overtake() {
      settled = ++asked
      store.note({ type: 'overtaken' })
    },
  }
}

import { BaasError, CODE } from '../baas/errors'
import { failureOf } from './failure'
import type { Call, Send } from '../baas/send'
import { isTransient } from './failed-sign-in'
import type { Parts } from './parts'
import { isRenewable } from './renewal'
import type { Known } from './session'

interface RequestParts extends Pick<Parts, 'store' | 'send' | 'clock'> {
  /** Settles when the launch has an outcome. */
  ready: () => Promise<unknown>
  renew: () => Promise<void>
  /** The token of a re-authentication; undefined when the person would rather not. `request` sends its own calls. */
  reauthenticate: (request: Send) => Promise<string | undefined>
}

const REAUTHENTICATION = 'reauthentication_required'

const isEnded = (error: unknown) =>
  error instanceof BaasError && error.errorCode === 'session_ended'

const is401 = (error: unknown) => error instanceof BaasError && error.status === 401

/**
 * Sends every call of the app. Every caller settles.
 * - Member calls wait for the launch, and for the renewal of a session that ran out; what anyone may read waits for
 *   neither.
 * - A 401 renews the session once for all callers, and each tries once more (docs/wechat.md 9.2). A 401 that says the
 *   session was ended on purpose renews nothing: the person is a guest until they sign in.
 * - A call that needs a re-authentication is sent again after one: silently with WeChat where this one is linked, else
 *   the person is asked in place.
 * - A member's answer is dropped when another identity is signed in meanwhile: its caller gets 499. What anyone may ask
 *   is answered in any case.
 * - The session of a blocked account ends.
 */
export const createAuthorizedRequest = ({
  store,
  send,
  clock,
  ready,
  renew,
  reauthenticate,
}: RequestParts): Send => {
  const assertSameMember = (call: Call, epoch: number) => {
    if (call.as === 'member' && store.epoch() !== epoch) throw new BaasError(CODE.cancelled)
  }

  const sendAs = async (call: Call, epoch: number, token: string | undefined) => {
    assertSameMember(call, epoch)
    const answer = await send(token === undefined ? call : { ...call, token }).catch(
      (refusal: unknown) => {
        const isBlocked = failureOf(refusal).kind === 'accountBlocked'
        if (isBlocked && token && store.token() === token) {
          store.unidentify({ tag: 'guest', reason: 'accountBlocked' })
        }
        throw refusal
      },
    )
    assertSameMember(call, epoch)
    return answer
  }

  const sendReauthenticated = (call: Call, epoch: number, token: string | undefined) =>
    sendAs(call, epoch, token).catch(async (refusal: unknown) => {
      if (failureOf(refusal).errorCode !== REAUTHENTICATION) throw refusal
      const reauthentication = await reauthenticate(request)
      if (!reauthentication) throw refusal
      // With the token of now: an answer may have rotated the session meanwhile.
      return sendAs({ ...call, reauthentication }, epoch, store.token())
    })

  // Callers that wait are rejected because the session is over, not how the renewal found out.
  const renewOr = (refusal: unknown) =>
    renew().catch((error: unknown) => {
      throw isTransient(error) ? error : refusal
    })

  const request: Send = async (call) => {
    if (call.as === 'member') await ready()
    const epoch = store.epoch()
    const record = store.record()
    if (record === undefined) {
      if (call.as === 'member') throw noSessionError(store.known())
      // Asked by no one, it is for everyone: a sign-in meanwhile does not make it another person’s.
      return send(call)
    }
    const isExpired = record.expiresAtMs <= clock.now()
    if (isExpired && isRenewable(record) && call.as === 'member') {
      await renewOr(new BaasError(CODE.sessionMissing))
    }

    const token = store.token()
    try {
      return await sendReauthenticated(call, epoch, token)
    } catch (refusal) {
      if (!is401(refusal) || store.epoch() !== epoch) throw refusal
      // A 401 for an older token than today's asks for nothing but another try.
      store.catchUp()
      if (store.token() === token) {
        if (isEnded(refusal)) {
          store.end('endedElsewhere')
          throw refusal
        }
        await renewOr(refusal)
      }
    }
    const renewed = store.token()
    return sendReauthenticated(call, epoch, renewed).catch((refusal: unknown) => {
      const isDefinite = is401(refusal) && store.token() === renewed
      if (isDefinite && isEnded(refusal)) store.end('endedElsewhere')
      else if (isDefinite) store.unidentify({ tag: 'guest', reason: 'refused' })
      throw refusal
    })
  }
  return request
}

/** Why a member call cannot be made: offline is worth another try, the rest needs a sign-in. */
const noSessionError = (known: Known) =>
  known.tag === 'guest' && known.reason === 'offline'
    ? new BaasError(CODE.networkDisconnected)
    : new BaasError(CODE.sessionMissing)

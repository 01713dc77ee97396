import { BaasError, isUnanswered } from '../baas/errors'
import { failureOf } from './failure'
import type { Credentials } from '../baas/credentials'
import { ticketOf } from '../baas/ticket'
import type { Known, KeptTicket, NotSignedIn } from './session'

/** Whether trying the same again later may work, so that no one is signed out for it. */
export const isTransient = (error: unknown): boolean => failureOf(error).retry

/** The state after a refused sign-in with WeChat (docs/protocol.md 3.1: only 404 is "no account"). */
export const stateAfterRefusal = (error: unknown, nowMs: number): NotSignedIn => {
  if (error instanceof BaasError && error.code === 404) {
    return { tag: 'unlinked', ...keptTicket(error, nowMs) }
  }
  if (isUnanswered(error)) return { tag: 'guest', reason: 'offline' }
  const { kind, retry } = failureOf(error)
  if (kind === 'unionConflict' || kind === 'accountBlocked') return { tag: 'guest', reason: kind }
  return { tag: 'guest', reason: retry ? 'server' : 'refused' }
}

/**
 * The state after a failed sign-in; undefined when it does not change. A wrong password says nothing about the
 * WeChat side, and no failure ends a session or a link flow that has begun.
 */
export const stateAfterFailedSignIn = (
  error: unknown,
  credentials: Credentials,
  known: Known,
  nowMs: number,
): NotSignedIn | undefined => {
  if (known.tag === 'member' || failureOf(error).kind === 'cancelled') return undefined
  if (credentials.by !== 'wechat' && credentials.by !== 'phoneButton') return undefined
  const next = stateAfterRefusal(error, nowMs)
  if (next.tag === 'unlinked') return next
  return credentials.by === 'wechat' && known.tag !== 'unlinked' ? next : undefined
}

const keptTicket = (error: BaasError, nowMs: number): { ticket?: KeptTicket } => {
  const ticket = ticketOf(error)
  if (ticket === undefined) return {}
  return { ticket: { value: ticket.value, expiresAtMs: nowMs + ticket.expiresInSeconds * 1_000 } }
}

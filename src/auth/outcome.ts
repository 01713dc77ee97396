import { BaasError, CODE, isUnanswered } from '../baas/errors'
import { failureOf } from './failure'
import type { Credentials } from '../baas/credentials'
import { ticketOf } from '../baas/ticket'
import type { Known, KeptTicket, Nobody } from './session'

/** Cancelled or overtaken: says nothing about the session. */
export const isCancelled = (error: unknown): boolean =>
  error instanceof BaasError && error.code === CODE.cancelled

/** Whether trying the same again later may work, so that no one is signed out for it. */
export const isPassing = (error: unknown): boolean => isCancelled(error) || failureOf(error).retry

/** Where a no from WeChat's side leaves the person (docs/protocol.md 3.1: only 404 is "no account"). */
export const nobodyAfter = (error: unknown, nowMs: number): Nobody => {
  if (error instanceof BaasError && error.code === 404) {
    return { tag: 'unlinked', ...keptTicket(error, nowMs) }
  }
  if (isUnanswered(error)) return { tag: 'guest', reason: 'offline' }
  const { kind, retry } = failureOf(error)
  if (kind === 'unionConflict' || kind === 'accountBlocked') return { tag: 'guest', reason: kind }
  return { tag: 'guest', reason: retry ? 'server' : 'refused' }
}

/**
 * What a failed sign-in teaches about who holds the phone; undefined when nothing. A wrong password says
 * nothing about the WeChat side, and no failure takes away a session or a link flow that is under way.
 */
export const lesson = (
  error: unknown,
  credentials: Credentials,
  known: Known,
  nowMs: number,
): Nobody | undefined => {
  if (known.tag === 'member' || isCancelled(error)) return undefined
  if (credentials.by !== 'wechat' && credentials.by !== 'phoneButton') return undefined
  const nobody = nobodyAfter(error, nowMs)
  if (nobody.tag === 'unlinked') return nobody
  return credentials.by === 'wechat' && known.tag !== 'unlinked' ? nobody : undefined
}

const keptTicket = (error: BaasError, nowMs: number): { ticket?: KeptTicket } => {
  const ticket = ticketOf(error)
  if (ticket === undefined) return {}
  return { ticket: { value: ticket.value, expiresAtMs: nowMs + ticket.expiresInSeconds * 1_000 } }
}

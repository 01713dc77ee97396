import { failureOf } from './failure'
import type { Send } from '../baas/send'

/** Ends sessions on the server that the phone has forgotten. */
export interface Revocations {
  /** Never rejects: what cannot be ended now is ended by a later retry(). */
  revoke: (token: string) => Promise<void>
  retry: () => Promise<void>
}

/**
 * Tokens that could not be revoked wait in memory only: a phone that keeps them in storage would not
 * have forgotten them (docs/decisions/0007). A definite answer ends the waiting, a 401 too (docs/protocol.md 4.5).
 */
export const createRevocations = (send: Send): Revocations => {
  const waiting = new Set<string>()
  const revoke = async (token: string) => {
    waiting.delete(token)
    const path = '/hserve/v2.0/session/destroy/'
    await send({ method: 'POST', path, as: 'anyone', token }).catch((error: unknown) => {
      if (failureOf(error).retry) waiting.add(token)
    })
  }
  return {
    revoke,
    async retry() {
      await Promise.all([...waiting].map(revoke))
    },
  }
}

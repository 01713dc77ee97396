import { BaasError, CODE } from '../baas/errors'
import type { Session } from './session'

/** Where a failed sign-in leaves the person. Only 404 means "no account yet" (wire contract 1.1 #1). */
export function sessionAfterFailure(error: unknown): Session {
  if (!(error instanceof BaasError)) return { tag: 'guest', reason: 'refused' }
  switch (error.code) {
    case 404:
      return { tag: 'unlinked' }
    case CODE.networkDisconnected:
    case CODE.requestTimeout:
      return { tag: 'guest', reason: 'offline' }
    default:
      return { tag: 'guest', reason: error.code >= 500 ? 'server' : 'refused' }
  }
}

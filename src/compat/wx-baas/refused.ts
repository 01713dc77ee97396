import type { Auth } from '../../auth/auth'
import { BaasError, CODE } from '../../baas/errors'
import { flatIdentity } from './flat-identity'

/**
 * A refusal (603) as the documents print it: who refused, and "unauthorized"; what the platform said is its `cause`.
 * As JSON it has the printed members and no others. Any other error is left as it is.
 */
export const refusedBy = (session: Pick<Auth, 'current'>, error: unknown): unknown => {
  if (!(error instanceof BaasError) || error.code !== CODE.unauthorized) return error
  const refusal = new BaasError(CODE.unauthorized, { serverMessage: 'unauthorized', cause: error })
  const identity = flatIdentity(session)
  const { id, openid, unionid } = identity
  const { code, message } = refusal
  return Object.defineProperty(Object.assign(refusal, identity), 'toJSON', {
    value: () => ({ id, openid, unionid, code, message }),
  })
}

import { BaasError, CODE } from '../../baas/errors'
import { flatIdentity } from './flat-identity'
import type { Auth } from '../../auth/auth'

/** Tells with a refusal (603) who refused, as the documents show; any other error is left as it is. */
export const refusedBy = (session: Pick<Auth, 'current'>, error: unknown): unknown =>
  error instanceof BaasError && error.code === CODE.unauthorized
    ? Object.assign(error, flatIdentity(session))
    : error

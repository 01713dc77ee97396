import { BaasError, CODE } from './errors'
import { flatIdentity } from './flat-identity'
import type { SessionKeeper } from './session-keeper'

/** Tells with a refusal (603) who refused, as the documents show; any other error is left as it is. */
export const refusedBy = (session: SessionKeeper, error: unknown): unknown =>
  error instanceof BaasError && error.code === CODE.unauthorized
    ? Object.assign(error, flatIdentity(session))
    : error

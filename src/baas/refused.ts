import { BaasError, CODE } from './errors'
import type { User } from './user'

/** 603: the person said no. Tells who that is, when known, as the documents show (seed 004). */
interface RefusedError extends BaasError {
  id: number | undefined
  openid: string
  unionid: string
}

/** Adds to a refusal who refused; any other error is left as it is. */
export function refusedBy(user: User | undefined, error: unknown): unknown {
  if (!(error instanceof BaasError) || error.code !== CODE.unauthorized) return error
  const { id, openid, unionid } = user ?? {}
  const who = { id, openid: openid ?? '', unionid: unionid ?? '' }
  return Object.assign(error, who) satisfies RefusedError
}

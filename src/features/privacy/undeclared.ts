import { BaasError } from '../../baas/errors'
import { fieldsOf } from '../../baas/read'

/**
 * Whether the operator has not declared the interface in the privacy guide, which no person can help
 * (docs/wechat.md 3.2).
 */
export const isUndeclared = (error: unknown): boolean =>
  error instanceof BaasError &&
  (fieldsOf(error.cause)['errno'] === 112 || /scope is not declared/.test(error.serverMessage))

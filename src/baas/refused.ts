import { BaasError } from './errors'
import type { User } from './user'

/** 603: the person said no. Carries who that is, when known, as the documents show (seed 004). */
export class RefusedError extends BaasError {
  override readonly name = 'RefusedError'
  readonly id: number | undefined
  readonly openid: string
  readonly unionid: string

  constructor({ code, serverMessage, cause }: BaasError, user: User | undefined) {
    super(code, { serverMessage, cause })
    this.id = user?.id
    this.openid = user?.openid ?? ''
    this.unionid = user?.unionid ?? ''
  }
}

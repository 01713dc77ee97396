import type { Clock } from '../baas/clock'
import type { Send } from '../baas/send'
import type { Wechat } from '../baas/wechat'
import type { Revocations } from './revocations'
import type { SessionStore } from './session-store.types'

/** What the parts of the machine share. */
export interface Parts {
  store: SessionStore
  /** Straight to the network: no waiting, no renewal. */
  send: Send
  wechat: Wechat
  clock: Clock
  revocations: Revocations
  /** Whether WeChat sign-ins and links of this project go by unionid, too. */
  withUnionID: boolean
}

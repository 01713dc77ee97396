import type { Background } from './background'
import type { Clock } from './clock'
import type { Database } from './db/database'
import type { Outbox } from './outbox/outbox'
import type { PlaceOf } from './place'
import type { Vault } from './security/vault'
import type { Waits } from './security/waits'
import type { Settings } from './settings/types'
import type { WechatClient } from './wechat/client'

/** Everything the domain needs from outside itself; built once per process and passed by hand. */
export interface Context {
  readonly settings: Settings
  readonly db: Database
  readonly wechat: WechatClient
  readonly vault: Vault
  readonly waits: Waits
  readonly outbox: Outbox
  readonly background: Background
  readonly clock: Clock
  readonly placeOf: PlaceOf
}

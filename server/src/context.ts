import type { Background } from './background'
import type { Clock } from './clock'
import type { Database } from './db/database'
import type { Mailer } from './mailer/mailer'
import type { Holdings } from './modules/holdings'
import type { PlaceOf } from './place'
import type { HumanCheck } from './security/human-check'
import type { SlowLane } from './security/slow-lane'
import type { Vault } from './security/vault'
import type { Settings } from './settings/types'
import type { WechatClient } from './wechat/client'

/** Everything the domain needs from outside itself; built once per process and passed by hand. */
export interface Context {
  readonly settings: Settings
  readonly db: Database
  readonly wechat: WechatClient
  readonly vault: Vault
  readonly slowLane: SlowLane
  /** null: text messages are sent without a proof of humanity. */
  readonly humanCheck: HumanCheck | null
  readonly mailer: Mailer
  readonly background: Background
  readonly clock: Clock
  readonly placeOf: PlaceOf
  /** What the modules keep about people. */
  readonly holdings: readonly Holdings[]
}

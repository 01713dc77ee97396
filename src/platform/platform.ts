import type { Storage } from '../auth/record'
import type { Transport } from '../baas/transport'

/** What the device under the app can do; one implementation per build target. */
export interface Platform {
  /** X-Hydrogen-Client-Platform of this target (wire contract 0). */
  client: 'WECHAT' | 'WEB'
  transport: Transport
  storage: Storage
  /** A fresh code of wx.login; rejects where there is no WeChat or it refuses. */
  loginCode: () => Promise<string>
  /** The language the person reads, as a BCP 47 tag such as `zh_CN` or `en`. */
  language: () => string
}

import type { Lifecycle } from '../auth/ports'
import type { Storage } from '../auth/storage'
import type { Clock } from '../baas/clock'
import type { WechatProfile } from '../baas/profile'
import type { Transport } from '../baas/transport'
import type { Upload } from '../baas/upload'
import type { Wechat } from '../baas/wechat'

/** WeChat's profile popup, answered; `code` is of a wx.login begun just before it (docs/protocol.md 1.1). */
export interface ProfileAnswer {
  profile: WechatProfile
  code: string
}

/** What the person did about a question for consent (docs/wechat.md 3.3). */
export type ConsentAnswer =
  { event: 'exposureAuthorization' | 'disagree' } | { event: 'agree'; buttonId: string }

/** Consent to the privacy guide (docs/wechat.md 3.1). Where there is no such thing, nothing is needed. */
export interface Privacy {
  /**
   * Asks for consent if it is needed, and asks for nothing below base library 2.32.3. Rejects with BaasError 603 when
   * refused, 611 when undeclared.
   */
  requireConsent: () => Promise<void>
  /** Lets the app ask by itself, in place of WeChat's popup. Only the last listener is called. */
  onNeedConsent: (listener: (resolve: (answer: ConsentAnswer) => void) => void) => void
}

/** What the device under the app can do; one implementation per build target. Rejections are BaasErrors. */
export interface Platform {
  /** X-Hydrogen-Client-Platform of this target (docs/protocol.md 2.1). */
  client: 'WECHAT' | 'WEB'
  /** 16 random bytes, for an id that is no credential. */
  randomBytes: () => number[]
  transport: Transport
  upload: Upload
  storage: Storage
  clock: Clock
  lifecycle: Lifecycle
  wechat: Wechat
  privacy: Privacy
  /**
   * Opens WeChat's profile popup. Call it inside the tap handler, before any await; `desc` has 1 to 30
   * characters. undefined where this WeChat has no such popup.
   */
  askProfile: ((desc: string) => Promise<ProfileAnswer>) | undefined
  /** Lets the person choose a picture; resolves to a temporary file. Rejects with BaasError 603 when they choose none. */
  choosePicture: () => Promise<string>
  /** The language the person reads, as a BCP 47 tag such as `zh_CN` or `en`. */
  language: () => string
  /** How much larger than WeChat's standard the person wants to read: 1 to about 1.5. */
  textScale: () => number
}

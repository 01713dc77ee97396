import type { Credentials } from '../baas/credentials'
import type { Send } from '../baas/send'
import type { Upload } from '../baas/upload'
import type { Wechat } from '../baas/wechat'
import type { SessionStorePorts } from './session-store.types'

/** When the world outside changes; each listener is called every time, for as long as the app lives. */
export interface Lifecycle {
  /** The app came back to the screen. */
  onShow: (listener: () => void) => void
  /** The network came back. */
  onOnline: (listener: () => void) => void
  /** Another tab of the browser changed what is stored. */
  onStorage: (listener: () => void) => void
}

/** Everything the session machine needs from outside. */
export interface AuthPorts extends SessionStorePorts {
  send: Send
  wechat: Wechat
  upload: Upload
  lifecycle: Lifecycle
  /** How a launch without a stored session signs in; undefined where no WeChat can vouch for anyone. */
  launchCredentials: Extract<Credentials, { by: 'wechat' }> | undefined
}

import type { Exchange } from './exchange'
import { loadSdk } from './sdk'
import type { PhoneEvent, VendorSdk } from './sdk-types'
import type { PhoneButtonAnswer, WechatControl } from './wechat-control'
import { createNetwork, type PhoneFile } from './wx-network'
import { createStorage } from './wx-storage'

/** Where a phone finds the backend and WeChat, and what kind of phone it is. */
export interface PhoneOptions {
  /** Origin of the backend under test. */
  readonly server: string
  readonly clientId: string
  readonly wechat: WechatControl
  /** Base library; the SDK chooses its paths by it (docs/protocol.md 6.8, thresholds 2.16.0 and 2.21.2). */
  readonly libVersion?: string
  /** `devtools` makes the SDK ask for its latest version at init (docs/protocol.md 5.6). */
  readonly platform?: 'ios' | 'devtools'
  /** Pass the storage of another phone to launch the same phone again. */
  readonly storage?: Map<string, unknown>
  /** What the SDK's `init` takes besides client and host. */
  readonly autoLogin?: boolean
  /** The package of the SDK; that of today when left out. */
  readonly published?: string
}

/** A phone in one person's hand, with the vendor's SDK running on it. */
export interface Phone {
  readonly person: string
  readonly BaaS: VendorSdk
  /** The SDK's own storage keys and values (docs/protocol.md 6.1). */
  readonly storage: Map<string, unknown>
  /** What went over the wire so far. */
  readonly wire: readonly Exchange[]
  /** A wx.login code, as a page gets it that calls wx.login by itself. */
  readonly loginCode: () => Promise<string>
  /** The event of the phone number button; a base library before 2.21.2 returns no code. */
  readonly tapPhoneButton: (phone?: string) => Promise<PhoneEvent>
  /** Puts a picture behind a temporary path, as the avatar button does. */
  readonly keepFile: (path: string, file: PhoneFile) => void
  readonly goOffline: () => void
}

const MODERN = '3.10.0'
/** Where SDKs before 3.0 look for their backend, whatever host they are passed. */
const oldHost = (clientId: string) => `https://${clientId}.myminapp.com`
const isBeforePhoneCode = (libVersion: string) => /^2\.(\d|1\d|20|21\.[01])(\.|$)/.test(libVersion)

const eventOf = (
  { code, encryptedData, iv }: PhoneButtonAnswer,
  libVersion: string,
): PhoneEvent => ({
  detail: {
    errMsg: 'getPhoneNumber:ok',
    encryptedData,
    iv,
    ...(isBeforePhoneCode(libVersion) ? {} : { code }),
  },
})

/** Creates the phone of `person` and starts the SDK on it, as `app.js` would. */
export const createPhone = (person: string, options: PhoneOptions): Phone => {
  const { wechat, libVersion = MODERN, platform = 'ios', storage = new Map() } = options
  const wire: Exchange[] = []
  const files = new Map<string, PhoneFile>()
  let online = true

  const login = (callbacks: {
    success?: (result: { code: string; errMsg: string }) => void
    fail?: (result: { errMsg: string }) => void
  }) => {
    void wechat.loginCode(person).then(
      (code) => callbacks.success?.({ code, errMsg: 'login:ok' }),
      (error: unknown) => callbacks.fail?.({ errMsg: `login:fail ${String(error)}` }),
    )
  }

  const network = createNetwork({
    files,
    record: (exchange) => void wire.push(exchange),
    isOnline: () => online,
  })
  const wx = {
    ...network,
    request: (option: Parameters<typeof network.request>[0]) =>
      network.request({
        ...option,
        url: option.url.replace(oldHost(options.clientId), options.server),
      }),
    ...createStorage(storage),
    login,
    getSystemInfoSync: () => ({ SDKVersion: libVersion, platform }),
    getNetworkType: ({ success }: { success: (result: { networkType: string }) => void }) =>
      success({ networkType: online ? 'wifi' : 'none' }),
  }
  const BaaS = loadSdk(wx, options.published)
  BaaS.init(options.clientId, { host: options.server, autoLogin: options.autoLogin ?? false })

  return {
    person,
    BaaS,
    storage,
    wire,
    loginCode: () => wechat.loginCode(person),
    tapPhoneButton: async (phone) => eventOf(await wechat.phone(person, phone), libVersion),
    keepFile: (path, file) => void files.set(path, file),
    goOffline: () => {
      online = false
    },
  }
}

import type { KeySettings } from './keys'

/** Where the rows live: PGlite in a folder of ours, or a PostgreSQL another person runs. */
export type DatabaseSettings =
  | { readonly kind: 'embedded'; readonly dataDir: string }
  | { readonly kind: 'postgres'; readonly url: string }

export interface WechatSettings {
  readonly appid: string
  readonly secret: string
  /** Origin that answers `/sns/jscode2session`: WeChat's own, or the simulator's. No trailing slash. */
  readonly apiBase: string
}

/** How mail and text messages leave; `off`: no such message is sent, and who asks for one is refused. */
export interface MailerSettings {
  readonly mail: { readonly kind: 'smtp'; readonly url: string; readonly from: string } | Hook | Off
  readonly sms: Hook | Off
}

interface Off {
  readonly kind: 'off'
}

/** Who may read `/metrics`: anyone, bearers of a token, or no one. */
export type MetricsSettings =
  | { readonly kind: 'open' }
  | { readonly kind: 'bearer'; readonly token: string }
  | { readonly kind: 'closed' }

/** An address that takes a message as JSON. */
export interface Hook {
  readonly kind: 'hook'
  readonly url: string
  /** Sent as `Authorization: Bearer …`. */
  readonly token: string | null
}

/** pino's levels, most talkative first. */
export const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'silent'] as const

/** How WeChat's message push reaches us, as its console is set: not at all, in the clear, or encrypted. */
export type PushSettings =
  | { readonly kind: 'off' }
  | { readonly kind: 'plain'; readonly token: string }
  | {
      readonly kind: 'encrypted'
      readonly token: string
      /** 32 bytes: the EncodingAESKey, decoded. */
      readonly aesKey: Buffer
    }

export interface Settings {
  readonly mode: 'development' | 'production'
  readonly host: string
  /** 0 lets the system choose, which tests use. */
  readonly port: number
  readonly database: DatabaseSettings
  /** What `X-Hydrogen-Client-ID` must say (docs/protocol.md 2.1). */
  readonly clientId: string
  readonly wechat: WechatSettings
  readonly keys: KeySettings
  /** Where the outside reaches us, for links and upload addresses. No trailing slash. */
  readonly publicUrl: string
  /** Where the web build is served, whose pages mailed links then open. No trailing slash. */
  readonly webAppUrl: string | null
  readonly mailer: MailerSettings
  /** Whether clients may send the profile of getUserProfile themselves, as the console of wx.BaaS has it: off. */
  readonly sdkUserInfoUpdate: 'on' | 'off'
  /** Countries whose numbers get text messages, by ISO 3166 code (`CN`). */
  readonly smsCountries: readonly string[]
  /** What checks a proof of humanity before text messages; null: nothing is asked for. */
  readonly humanCheck: Hook | null
  readonly push: PushSettings
  readonly metrics: MetricsSettings
  /** The folder of cloud functions, one folder each. */
  readonly functionsDir: string
  /** Whether functions run only where the machine isolates them, or anywhere because the operator trusts them. */
  readonly functionsIsolation: 'required' | 'trusted'
  /** Proxies before us whose X-Forwarded-For is believed. */
  readonly trustedProxies: number
  readonly logLevel: (typeof LOG_LEVELS)[number]
}

/** The secret the simulator takes, as it takes any. */
export const SIMULATOR_SECRET = 'simulator-secret'

import { resolve } from 'node:path'
import { StartupFault } from './fault'
import { fieldReader, type Env, type FieldReader } from './fields'

/** Where the rows live: PGlite in a folder of ours, or a PostgreSQL somebody else runs. */
export type DatabaseSettings =
  | { readonly kind: 'embedded'; readonly dataDir: string }
  | { readonly kind: 'postgres'; readonly url: string }

export interface WechatSettings {
  readonly appid: string
  readonly secret: string
  /** Origin that answers `/sns/jscode2session`: WeChat's own, or the simulator's. No trailing slash. */
  readonly apiBase: string
}

const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'silent'] as const

export interface Settings {
  readonly mode: 'development' | 'production'
  readonly host: string
  /** 0 lets the system choose, which tests use. */
  readonly port: number
  readonly database: DatabaseSettings
  /** What `X-Hydrogen-Client-ID` must say (wire contract 0). */
  readonly clientId: string
  readonly wechat: WechatSettings
  readonly logLevel: (typeof LOG_LEVELS)[number]
}

const databaseFrom = (read: FieldReader): DatabaseSettings => {
  const url = read.optional('DATABASE_URL')
  if (url === null) return { kind: 'embedded', dataDir: resolve(read.text('DATA_DIR', '.data')) }
  if (!/^postgres(ql)?:\/\//.test(url) || !URL.canParse(url))
    read.fault(
      'DATABASE_URL is not a PostgreSQL address: set it to postgres://user:password@host:5432/name, or unset it for the embedded database.',
    )
  return { kind: 'postgres', url }
}

/**
 * Settings from the environment, every one checked. Throws a `StartupFault` that holds one sentence
 * per fault, so a person mends all of them in one go.
 */
export const readSettings = (env: Env): Settings => {
  const faults: string[] = []
  const read = fieldReader(env, faults)
  const mode = env['NODE_ENV'] === 'production' ? 'production' : 'development'

  const settings: Settings = {
    mode,
    host: read.text('HOST', '127.0.0.1'),
    port: read.port('PORT', 8787),
    database: databaseFrom(read),
    clientId: read.text('BAAS_CLIENT_ID', 'starter-dev'),
    wechat: {
      appid: read.text('WECHAT_APPID', 'touristappid'),
      secret: read.text('WECHAT_SECRET', 'simulator-secret'),
      apiBase: read.httpUrl('WECHAT_API_BASE', 'http://127.0.0.1:8788'),
    },
    logLevel: read.oneOf('LOG_LEVEL', LOG_LEVELS, mode === 'production' ? 'info' : 'warn'),
  }

  if (faults.length > 0) throw new StartupFault(faults.join('\n'))
  return settings
}

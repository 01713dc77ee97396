import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { StartupFault } from '../startup-fault'
import { humanCheckFrom } from './human-check'
import { keysFrom } from './keys'
import { mailerFrom } from './mailer'
import { ownAddress } from './own-address'
import { refuseInProduction } from './production'
import { pushFrom } from './push'
import { smsCountriesFrom } from './sms-countries'
import { fieldReader, type Env, type FieldReader } from './fields'
import {
  LOG_LEVELS,
  SIMULATOR_SECRET,
  type DatabaseSettings,
  type MetricsSettings,
  type Settings,
  type WechatSettings,
} from './types'
import { webAppFrom } from './web-app'

const OWN_FUNCTIONS = fileURLToPath(new URL('../../../cloud/functions/', import.meta.url))

const databaseFrom = (read: FieldReader): DatabaseSettings => {
  const url = read.optional('DATABASE_URL')
  if (url === null) return { kind: 'embedded', dataDir: resolve(read.text('DATA_DIR', '.data')) }
  if (!/^postgres(ql)?:\/\//.test(url) || !URL.canParse(url)) {
    read.fault(
      'DATABASE_URL is not a PostgreSQL address: set it to postgres://user:password@host:5432/name, or unset it for the embedded database.',
    )
  }
  return { kind: 'postgres', url }
}

const wechatFrom = (read: FieldReader): WechatSettings => ({
  appid: read.text('WECHAT_APPID', 'touristappid'),
  secret: read.text('WECHAT_SECRET', SIMULATOR_SECRET),
  apiBase: read.baseUrl('WECHAT_API_BASE', 'http://127.0.0.1:8788'),
})

const SHORTEST_TOKEN = 16

// By address would not do: behind a proxy on the same machine everyone comes from the loopback.
const metricsFrom = (read: FieldReader, mode: Settings['mode']): MetricsSettings => {
  const token = read.optional('METRICS_TOKEN')
  if (token === null) return { kind: mode === 'production' ? 'closed' : 'open' }
  if (token.length < SHORTEST_TOKEN) {
    read.fault(
      `METRICS_TOKEN has fewer than ${SHORTEST_TOKEN} characters: set it to what "openssl rand -base64 32" prints.`,
    )
  }
  return { kind: 'bearer', token }
}

// An unknown mode counts as production, so that a misspelled one starts nothing that is open.
const modeFrom = (read: FieldReader): Settings['mode'] => {
  read.oneOf('NODE_ENV', ['development', 'test', 'production'], 'development')
  const name = read.text('NODE_ENV', 'development')
  return name === 'development' || name === 'test' ? 'development' : 'production'
}

/**
 * Settings from the environment, every one checked. Throws a `StartupFault` that holds one sentence
 * per fault, so a person mends all of them in one go.
 */
export const readSettings = (env: Env): Settings => {
  const faults: string[] = []
  const read = fieldReader(env, faults)
  const mode = modeFrom(read)

  const host = read.host('HOST', '127.0.0.1')
  const port = read.port('PORT', 8787)
  const wechat = wechatFrom(read)
  const settings: Settings = {
    mode,
    host,
    port,
    database: databaseFrom(read),
    clientId: read.text('BAAS_CLIENT_ID', 'starter-dev'),
    wechat,
    keys: keysFrom(read, mode),
    publicUrl: read.baseUrl('PUBLIC_URL', ownAddress({ host, port })),
    webAppUrl: webAppFrom(read),
    mailer: mailerFrom(read, wechat.apiBase),
    smsCountries: smsCountriesFrom(read),
    humanCheck: humanCheckFrom(read),
    push: pushFrom(read),
    sdkUserInfoUpdate: read.oneOf('SDK_USER_INFO_UPDATE', ['on', 'off'], 'off'),
    metrics: metricsFrom(read, mode),
    functionsDir: resolve(read.text('FUNCTIONS_DIR', OWN_FUNCTIONS)),
    functionsIsolation: read.oneOf(
      'FUNCTIONS_ISOLATION',
      ['required', 'trusted'],
      mode === 'production' ? 'required' : 'trusted',
    ),
    trustedProxies: read.count('TRUSTED_PROXIES', 0),
    logLevel: read.oneOf('LOG_LEVEL', LOG_LEVELS, mode === 'production' ? 'info' : 'warn'),
  }

  if (mode === 'production') {
    refuseInProduction(settings, (sentence) => {
      if (!faults.some((told) => told.split(' ')[0] === sentence.split(' ')[0])) {
        read.fault(sentence)
      }
    })
  }
  if (faults.length > 0) throw new StartupFault(faults.join('\n'))
  return settings
}

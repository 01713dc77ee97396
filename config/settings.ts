/** What the app is told at build time, through `.env*` files or the shell. */
export interface Settings {
  /** Origin of the wx.BaaS backend, without a trailing slash. */
  baasHost: string
  /** Sent as X-Hydrogen-Client-ID (wire contract 0). */
  baasClientId: string
  /** `create_user` of the silent login at launch (wire contract 4, createUser). */
  createUserOnLaunch: boolean
}

type Raw = Readonly<Record<string, string | undefined>>
type Parsed<T> = { value: T } | { fault: string }

const origin = (text: string): Parsed<string> =>
  /^https?:\/\/[^\s/?#]+\/?$/.test(text)
    ? { value: text.replace(/\/$/, '') }
    : { fault: `is "${text}"; give an origin such as https://example.com, without a path` }

const token = (text: string): Parsed<string> =>
  /^[\w.-]+$/.test(text)
    ? { value: text }
    : { fault: `is "${text}"; only letters, digits, ".", "_" and "-" are allowed` }

const flag = (text: string): Parsed<boolean> =>
  text === 'true' || text === 'false'
    ? { value: text === 'true' }
    : { fault: `is "${text}"; give true or false` }

/**
 * Reads and checks every setting at once.
 * @param raw environment variables, `.env*` files already merged in
 * @returns the settings, or one sentence per fault, each naming its variable
 */
export function readSettings(raw: Raw): { settings: Settings } | { faults: string[] } {
  const faults: string[] = []
  const read = <T>(name: string, parse: (text: string) => Parsed<T>, whenFaulty: T): T => {
    const text = raw[name]?.trim() ?? ''
    const parsed = text === '' ? { fault: 'is missing; set it in .env or the shell' } : parse(text)
    if ('value' in parsed) return parsed.value
    faults.push(`${name} ${parsed.fault}.`)
    return whenFaulty
  }

  const settings: Settings = {
    baasHost: read('TARO_APP_BAAS_HOST', origin, ''),
    baasClientId: read('TARO_APP_BAAS_CLIENT_ID', token, ''),
    createUserOnLaunch: read('TARO_APP_CREATE_USER_ON_LAUNCH', flag, false),
  }
  return faults.length > 0 ? { faults } : { settings }
}

/**
 * What a person should hear before shipping this build; empty when there is nothing to say.
 * @param mode `production` builds are the ones that get uploaded
 */
export function shippingWarnings(settings: Settings, mode: string): string[] {
  if (mode !== 'production' || settings.baasHost.startsWith('https://')) return []
  return [
    `This build talks to ${settings.baasHost}: fine in DevTools with the domain check off, ` +
      'but on phones WeChat reaches only whitelisted https hosts (TARO_APP_BAAS_HOST).',
  ]
}

import type { InjectOptions } from 'fastify'

export const password = 'correct horse battery'

export const SMS = '/hserve/v2.2/sms-verification-code/'

export const RESET = '/hserve/v2.0/user/password/reset/'

export const MINUTE_MS = 60_000

export const ACCOUNT = '/hserve/v2.2/user/account/'

export const CENSOR = '/hserve/v1.7/censor-msg/'

export const SEARCH = '/hserve/v2.2/user/info/'

/** Who is counted under a limit, and how they use it up. */
export interface Subject {
  /** What the limit counts them by. */
  readonly countedAs: string
  readonly act: (from: string) => Promise<InjectOptions>
  /** Their address; by default one that no one else has. */
  readonly address?: string
  /** Counts so many acts of theirs without doing them; by default where limits are kept. */
  readonly consume?: (times: number) => Promise<unknown>
}

export const post = (
  url: string,
  payload: object,
  token?: string,
  headers: Record<string, string> = {},
): InjectOptions => ({
  method: 'POST',
  url,
  payload,
  headers: { ...headers, ...(token !== undefined && { authorization: `Hydrogen-r1 ${token}` }) },
})

export const on = (device: string) => ({ 'x-device-id': device })

export const guess = (username: string, headers = {}) =>
  post('/hserve/v2.1/login/username/', { username, password: 'not that one' }, undefined, headers)

let ours = 0

/** A name, number or address that no one else in this file has. */
export const fresh = () => {
  ours += 1
  return {
    name: `person-${ours}`,
    address: `198.51.100.${ours}`,
    phone: `139${String(ours).padStart(8, '0')}`,
    email: `person-${ours}@example.com`,
  }
}

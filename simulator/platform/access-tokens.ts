import { type Derive, alphanumeric } from './randomness'

const MINUTE_MS = 60 * 1000

/** How long an access_token lives, in milliseconds. WeChat reference, getStableAccessToken. */
export const ACCESS_TOKEN_LIFETIME_MS = 120 * MINUTE_MS

/** In the last minutes of a token WeChat already returns the next one, and both are good. Milliseconds. */
export const ACCESS_TOKEN_OVERLAP_MS = 5 * MINUTE_MS

/** Forced refreshes: at most 20 a day, and within 30 s of the last the token stays. */
const FORCED_PER_DAY = 20
const FORCED_SPACING_MS = MINUTE_MS / 2
const DAY_MS = 24 * 60 * MINUTE_MS

/** An access_token and the seconds it has left. */
export interface IssuedToken {
  kind: 'token'
  accessToken: string
  expiresIn: number
}

/** Whom an access_token speaks for. */
type TokenBearer = { kind: 'app'; appid: string } | { kind: 'expired' } | { kind: 'unknown' }

/** The server-side credentials of mini-programs. */
export interface AccessTokens {
  /** stable_token: the same token until it nears its end, or by force a new one at once. */
  stable: (appid: string, mode: 'normal' | 'force-refresh') => IssuedToken | { kind: 'quota' }
  /** cgi-bin/token: a new token every time; the one before lasts five minutes more. */
  plain: (appid: string) => IssuedToken
  /** Whom a token speaks for, if it is valid. */
  bearerOf: (accessToken: string) => TokenBearer
  clear: () => void
}

interface Token {
  accessToken: string
  appid: string
  expiresAt: number
}

/** Access tokens on the clock `now` (milliseconds). The two ways to get one do not affect each other. */
export const createAccessTokens = (now: () => number, fresh: Derive): AccessTokens => {
  const tokens = new Map<string, Token>()
  const latest = { stable: new Map<string, Token>(), plain: new Map<string, Token>() }
  const forced = new Map<string, readonly number[]>()

  const issue = (way: keyof typeof latest, appid: string): Token => {
    for (const [text, old] of tokens) if (old.expiresAt + DAY_MS < now()) tokens.delete(text)
    const letters = [1, 2, 3].map(() => alphanumeric(fresh('access_token'), 44)).join('')
    const expiresAt = now() + ACCESS_TOKEN_LIFETIME_MS
    const token = { accessToken: `1_${letters}`, appid, expiresAt }
    tokens.set(token.accessToken, token)
    latest[way].set(appid, token)
    return token
  }

  const tell = ({ accessToken, expiresAt }: Token): IssuedToken => ({
    kind: 'token',
    accessToken,
    expiresIn: Math.floor((expiresAt - now()) / 1000),
  })

  const force = (appid: string, current: Token | undefined) => {
    const today = (forced.get(appid) ?? []).filter((at) => now() - at < DAY_MS)
    const last = today.at(-1)
    if (last !== undefined && now() - last < FORCED_SPACING_MS && current !== undefined) {
      return tell(current)
    }
    if (today.length >= FORCED_PER_DAY) return { kind: 'quota' } as const
    forced.set(appid, [...today, now()])
    if (current !== undefined) tokens.delete(current.accessToken)
    return tell(issue('stable', appid))
  }

  return {
    stable: (appid, mode) => {
      const current = latest.stable.get(appid)
      if (mode === 'force-refresh') return force(appid, current)
      const isGood = current !== undefined && current.expiresAt - now() > ACCESS_TOKEN_OVERLAP_MS
      return tell(isGood ? current : issue('stable', appid))
    },
    plain: (appid) => {
      const before = latest.plain.get(appid)
      if (before !== undefined) {
        before.expiresAt = Math.min(before.expiresAt, now() + ACCESS_TOKEN_OVERLAP_MS)
      }
      return tell(issue('plain', appid))
    },
    bearerOf: (accessToken) => {
      const token = tokens.get(accessToken)
      if (token === undefined) return { kind: 'unknown' }
      return token.expiresAt > now() ? { kind: 'app', appid: token.appid } : { kind: 'expired' }
    },
    clear: () => {
      tokens.clear()
      latest.stable.clear()
      latest.plain.clear()
      forced.clear()
    },
  }
}

import { Type } from '@sinclair/typebox'
import { setTimeout as wait } from 'node:timers/promises'
import type { WechatSettings } from '../settings/types'
import type { CallWechat } from './call'
import { WechatRefusal, wechatUnavailable } from './errors'
import { LEASE_MS, createTokenStore, type HeldToken, type TokenPlace } from './token-store'

// WeChat renews five minutes before the end (stable_token, normal mode), so ask again inside that window.
const EARLY_MS = 4 * 60_000
const LOOK_MS = 200
const LOOKS = 2 + Math.ceil(LEASE_MS / LOOK_MS)

const StableToken = Type.Object({
  access_token: Type.String({ minLength: 1 }),
  expires_in: Type.Integer(),
})

/** The access_token of our AppID, one for all processes (docs/wechat.md 5.7). */
export interface AccessTokens {
  /** A valid token; callers at the same moment share one request. */
  readonly get: () => Promise<string>
  /** Another token after WeChat refused this one; the same again when WeChat has no other. */
  readonly renew: (refused: string) => Promise<string>
}

interface Flight {
  readonly refused: string | null
  readonly token: Promise<string>
}

/**
 * A cache over the database over `POST cgi-bin/stable_token`. One process asks WeChat at a time, the others look for
 * what it stored every 200 ms. Normal mode comes first, also after a refusal: WeChat may have replaced the token
 * itself. Only if it returns the refused one again is a refresh forced, within WeChat's limits.
 * Rejects with 503 when no token came within the lease of a process that ended while it renewed; else as `call` does.
 */
export const createAccessTokens = (
  call: CallWechat,
  { appid, secret }: WechatSettings,
  place: TokenPlace,
  pause: (ms: number) => Promise<unknown> = wait,
): AccessTokens => {
  const store = createTokenStore(appid, place)
  let held: HeldToken | null = null
  let flight: Flight | null = null

  const ask = async (force: boolean): Promise<HeldToken> => {
    const { access_token: token, expires_in: seconds } = await call({
      path: '/cgi-bin/stable_token',
      body: { grant_type: 'client_credential', appid, secret, force_refresh: force },
      answer: StableToken,
    })
    const lifeMs = seconds * 1000
    return { token, untilMs: place.clock.now() + Math.max(lifeMs - EARLY_MS, lifeMs / 2) }
  }

  const askFor = async (refused: string | null): Promise<HeldToken> => {
    const normal = await ask(false)
    if (normal.token !== refused || !(await store.countForced())) return normal
    return ask(true).catch((error: unknown) => {
      // 45009: another person has forced today's twenty. The normal token is the best there is.
      if (error instanceof WechatRefusal) return normal
      throw error
    })
  }

  const isGood = (token: HeldToken | null, refused: string | null): token is HeldToken =>
    token !== null && token.token !== refused

  const obtain = async (refused: string | null): Promise<HeldToken> => {
    for (let look = 0; look < LOOKS; look++) {
      const stored = await store.read()
      if (isGood(stored, refused)) return stored
      const leased = await store.takeLease()
      if (leased !== 'taken') {
        let fresh: HeldToken | null = null
        try {
          fresh = isGood(leased, refused) ? leased : await askFor(refused)
          return fresh
        } finally {
          await store.release(fresh)
        }
      }
      await pause(LOOK_MS)
    }
    throw wechatUnavailable(1)
  }

  const fly = (refused: string | null): Promise<string> => {
    const token = obtain(refused)
      .then((fresh) => {
        held = fresh
        return fresh.token
      })
      .finally(() => {
        flight = null
      })
    flight = { refused, token }
    return token
  }

  return {
    get: () => {
      if (held !== null && place.clock.now() < held.untilMs) return Promise.resolve(held.token)
      return flight?.token ?? fly(null)
    },
    renew: async (refused) => {
      if (flight?.refused === refused) return flight.token
      const meanwhile = flight === null ? held?.token : await flight.token
      if (meanwhile !== undefined && meanwhile !== refused) return meanwhile
      held = null
      return flight?.token ?? fly(refused)
    },
  }
}

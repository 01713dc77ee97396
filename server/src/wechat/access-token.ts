import { Type } from '@sinclair/typebox'
import type { Clock } from '../clock'
import type { WechatSettings } from '../settings/types'
import type { CallWechat } from './call'

// WeChat renews five minutes before the end (stable_token, normal mode), so ask again inside that window.
const EARLY_MS = 4 * 60_000

const StableToken = Type.Object({
  access_token: Type.String({ minLength: 1 }),
  expires_in: Type.Integer(),
})

/** The access_token of our AppID, shared by everybody who needs one. */
export interface AccessTokens {
  /** A valid token; callers at the same moment share one request (WeChat rules 1.5, B20). */
  readonly get: () => Promise<string>
  /** Forgets `token` after WeChat refused it, unless it was replaced meanwhile. */
  readonly drop: (token: string) => void
}

/**
 * A cache over `POST cgi-bin/stable_token`. Normal mode is idempotent, so several processes may ask.
 * After a refusal it forces a new token, which normal mode would not give.
 */
export const accessTokens = (
  call: CallWechat,
  { appid, secret }: WechatSettings,
  clock: Clock,
): AccessTokens => {
  let held: { token: string; untilMs: number } | null = null
  let refused = false
  let flight: Promise<string> | null = null

  const fetchToken = async (): Promise<string> => {
    const answer = await call({
      path: '/cgi-bin/stable_token',
      body: { grant_type: 'client_credential', appid, secret, force_refresh: refused },
      answer: StableToken,
    })
    refused = false
    held = {
      token: answer.access_token,
      untilMs: clock.now() + answer.expires_in * 1000 - EARLY_MS,
    }
    return answer.access_token
  }

  return {
    get: () => {
      if (held !== null && clock.now() < held.untilMs) return Promise.resolve(held.token)
      flight ??= fetchToken().finally(() => {
        flight = null
      })
      return flight
    },
    drop: (token) => {
      if (held?.token !== token) return
      held = null
      refused = true
    },
  }
}

import { Type, type Static, type TSchema } from '@sinclair/typebox'
import type { WechatSettings } from '../settings/types'
import { withTimeout } from '../with-timeout'
import { createAccessTokens } from './access-token'
import { createWechatCaller, type WechatCall } from './call'
import { answerFor, tokenTaken, WechatRefusal, wechatUnavailable } from './errors'
import type { TokenPlace } from './token-store'

/** Whom WeChat says a login code belongs to. */
export interface WechatSession {
  readonly openid: string
  /** WeChat's secret with us about this person, base64; it never leaves the server. */
  readonly sessionKey: string
  /** Only when the mini-program is bound to an Open Platform account. */
  readonly unionid: string | null
}

/** A phone number as WeChat reports it, by phone code or by encryptedData (docs/wechat.md 4.2). */
export interface WechatPhone {
  readonly phoneNumber: string
  readonly purePhoneNumber: string
  readonly countryCode: string
}

/** WeChat's server API, as far as accounts need it. Rejections are described at `createWechatCaller` and `answerFor`. */
export interface WechatClient {
  /** Consumes a wx.login code (`sns/jscode2session`, docs/wechat.md 5.2). */
  readonly codeToSession: (code: string) => Promise<WechatSession>
  /** Consumes a phone code of this openid (`wxa/business/getuserphonenumber`); another's code is refused. */
  readonly phoneNumber: (code: string, openid: string) => Promise<WechatPhone>
  /** Whether profile text breaks WeChat's rules (`wxa/msg_sec_check` 2.0); null when WeChat is in doubt. */
  readonly isRiskyText: (content: string, openid: string) => Promise<boolean | null>
  /** Asks for a check of the image at `url`; WeChat pushes the verdict under the trace id this returns. */
  readonly checkImage: (url: string, openid: string) => Promise<string>
}

const CodeToSession = Type.Object({
  openid: Type.String({ minLength: 1 }),
  session_key: Type.String({ minLength: 1 }),
  unionid: Type.Optional(Type.String()),
})
const PhoneAnswer = Type.Object({
  phone_info: Type.Object({
    phoneNumber: Type.String(),
    purePhoneNumber: Type.String(),
    countryCode: Type.Union([Type.String(), Type.Number()]),
    watermark: Type.Object({ appid: Type.String() }),
  }),
})
const TextVerdict = Type.Object({ result: Type.Object({ suggest: Type.String() }) })
const Trace = Type.Object({ trace_id: Type.String() })

// What WeChat says of a token it does not take: unknown or replaced, malformed or run out (docs/wechat.md 5.7).
const STALE_TOKEN = new Set([40001, 40014, 42001])
// A call that needs a token first, and another one when it is refused, is up to five calls: together they may take
// so long.
const PATIENCE_MS = 7_500
const SCENE_PROFILE = 1
const MEDIA_IMAGE = 2

/** What WeChat suggests, as the protocol's `risky` (docs/protocol.md 5.3). */
export const riskyOf = (suggest: string): boolean | null =>
  suggest === 'pass' ? false : suggest === 'risky' ? true : null

/**
 * The client of the WeChat that `settings.apiBase` names, be it WeChat itself or the simulator. `place` is where the
 * access_token is shared with the other processes.
 */
export const createWechatClient = (settings: WechatSettings, place: TokenPlace): WechatClient => {
  const { appid, secret } = settings
  const call = createWechatCaller(settings.apiBase, place.clock)
  const tokens = createAccessTokens(call, settings, place)

  const answered = <T>(flight: Promise<T>): Promise<T> =>
    flight.catch((error: unknown) => {
      throw error instanceof WechatRefusal ? answerFor(error) : error
    })

  const isStale = (error: unknown) =>
    error instanceof WechatRefusal && STALE_TOKEN.has(error.errcode)

  const callTwice = async <S extends TSchema>(request: WechatCall<S>): Promise<Static<S>> => {
    const callWith = (token: string) => call({ ...request, query: { access_token: token } })
    const token = await tokens.get()
    return callWith(token).catch(async (error: unknown) => {
      if (!isStale(error)) throw error
      const renewed = await tokens.renew(token)
      return callWith(renewed).catch((again: unknown) => {
        // That passes, where a 40001 of stable_token itself is a wrong secret and stays loud.
        throw isStale(again) ? tokenTaken() : again
      })
    })
  }
  const withToken = <S extends TSchema>(request: WechatCall<S>): Promise<Static<S>> =>
    withTimeout(callTwice(request), PATIENCE_MS, () => {
      throw wechatUnavailable(1)
    })

  return {
    codeToSession: async (code) => {
      const { openid, session_key, unionid } = await answered(
        call({
          path: '/sns/jscode2session',
          query: { appid, secret, js_code: code, grant_type: 'authorization_code' },
          answer: CodeToSession,
        }),
      )
      return { openid, sessionKey: session_key, unionid: unionid || null }
    },

    phoneNumber: async (code, openid) => {
      const { phone_info: phone } = await answered(
        withToken({
          path: '/wxa/business/getuserphonenumber',
          body: { code, openid },
          answer: PhoneAnswer,
        }),
      )
      if (phone.watermark.appid !== appid) {
        throw new Error('WeChat answered with a phone number of another AppID.')
      }
      return { ...phone, countryCode: String(phone.countryCode) }
    },

    isRiskyText: async (content, openid) => {
      const { result } = await answered(
        withToken({
          path: '/wxa/msg_sec_check',
          body: { version: 2, scene: SCENE_PROFILE, openid, content },
          answer: TextVerdict,
        }),
      )
      return riskyOf(result.suggest)
    },

    checkImage: async (url, openid) => {
      const { trace_id: traceId } = await answered(
        withToken({
          path: '/wxa/media_check_async',
          body: {
            version: 2,
            scene: SCENE_PROFILE,
            openid,
            media_url: url,
            media_type: MEDIA_IMAGE,
          },
          answer: Trace,
        }),
      )
      return traceId
    },
  }
}

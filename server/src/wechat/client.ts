import { Type } from '@sinclair/typebox'
import type { WechatSettings } from '../settings/settings'
import { wechatCaller } from './call'

/** Whom WeChat says a login code belongs to. */
export interface WechatSession {
  readonly openid: string
  /** WeChat's secret with us about this person, base64; it never leaves the server. */
  readonly sessionKey: string
  /** Only when the mini-program is bound to an Open Platform account. */
  readonly unionid: string | null
}

/** WeChat's server API, as far as accounts need it. Rejections are described at `wechatCaller`. */
export interface WechatClient {
  /** Spends a wx.login code (`sns/jscode2session`, WeChat rules 1.5). */
  readonly codeToSession: (code: string) => Promise<WechatSession>
}

const CodeToSession = Type.Object({
  openid: Type.String({ minLength: 1 }),
  session_key: Type.String({ minLength: 1 }),
  unionid: Type.Optional(Type.String()),
})

/** The client of the WeChat that `settings.apiBase` names, be it WeChat itself or the simulator. */
export const wechatClient = ({ appid, secret, apiBase }: WechatSettings): WechatClient => {
  const call = wechatCaller(apiBase)
  return {
    codeToSession: async (code) => {
      const answer = await call({
        path: '/sns/jscode2session',
        query: { appid, secret, js_code: code, grant_type: 'authorization_code' },
        answer: CodeToSession,
      })
      return {
        openid: answer.openid,
        sessionKey: answer.session_key,
        unionid: answer.unionid || null,
      }
    },
  }
}

import { asyncApi, WxFailure } from '../call'
import { ERRNO, requireNetwork } from '../network/exchange'
import type { Loop, WxPorts } from '../ports'

type Result = WechatMiniprogram.GeneralCallbackResult

const withTimeout = <T>(loop: Loop, ms: number | undefined, work: Promise<T>): Promise<T> => {
  if (ms === undefined) return work
  return new Promise((resolve, reject) => {
    const expire = () => reject(new WxFailure('timeout', ERRNO.timeout))
    const cancel = loop.after(ms, 'wx.login timeout', expire)
    void work.then(resolve, reject).finally(cancel)
  })
}

/**
 * `wx.login` and `wx.checkSession`: one asks for a code, the other whether the last session_key holds
 * (docs/wechat.md 5.1, 5.4).
 */
export const createLogin = (ports: WxPorts) => {
  const { servers, loop, network, person, registration } = ports
  const who = { person: person.name, appid: registration.appid }
  return {
    login: asyncApi<WechatMiniprogram.LoginOption, WechatMiniprogram.LoginSuccessCallbackResult>(
      ports,
      'login',
      async ({ timeout }) => {
        requireNetwork(network)
        return withTimeout(loop, timeout, servers.loginCode(who))
      },
    ),
    checkSession: asyncApi<WechatMiniprogram.CheckSessionOption, Result>(
      ports,
      'checkSession',
      async () => {
        requireNetwork(network)
        const { valid } = await servers.checkSession(who)
        if (!valid) throw new WxFailure('session time out, need relogin')
        return {}
      },
    ),
  }
}

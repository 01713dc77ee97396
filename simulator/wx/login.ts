import { asyncApi, WxFailure } from './call'
import { requireNetwork } from './exchange'
import type { WxPorts } from './ports'

type Result = WechatMiniprogram.GeneralCallbackResult

/** `wx.login` and `wx.checkSession`: one asks for a code, the other whether the last session_key holds (WeChat rules 1.5). */
export const createLogin = (ports: WxPorts) => {
  const { desk, network, person, registration } = ports
  const who = { person: person.name, appid: registration.appid }
  return {
    login: asyncApi<WechatMiniprogram.LoginOption, WechatMiniprogram.LoginSuccessCallbackResult>(
      ports,
      'login',
      () => {
        requireNetwork(network)
        return desk.loginCode(who)
      },
    ),
    checkSession: asyncApi<WechatMiniprogram.CheckSessionOption, Result>(
      ports,
      'checkSession',
      async () => {
        requireNetwork(network)
        const { valid } = await desk.checkSession(who)
        if (!valid) throw new WxFailure('session time out, need relogin')
        return {}
      },
    ),
  }
}

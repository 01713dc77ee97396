import { asyncApi } from './call'
import type { WxPorts } from './ports'

/**
 * `wx.login` and `wx.checkSession` (WeChat rules 1.5). A code is made by the desk; the session this phone knows
 * stays valid until WeChat changes the session key.
 */
export const createLogin = (ports: WxPorts) => ({
  login: asyncApi<WechatMiniprogram.LoginOption, WechatMiniprogram.LoginSuccessCallbackResult>(
    ports,
    'login',
    () => ports.desk.loginCode({ person: ports.person, appid: ports.appid }),
  ),
})

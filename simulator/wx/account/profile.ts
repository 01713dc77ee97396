import { asyncApi, WxFailure } from '../call'
import { requireNetwork } from '../network/exchange'
import type { WxPorts } from '../ports'
import type { Privacy } from './privacy'
import { eraOf, langOf } from './user-profile'

/** Longest `desc`, in characters. */
const DESC_LIMIT = 30

const checkDesc = (desc: unknown) => {
  if (typeof desc !== 'string') {
    const kind = desc === undefined ? 'Undefined' : typeof desc
    throw new WxFailure(`parameter error: parameter.desc should be String instead of ${kind};`)
  }
  if (desc.length === 0 || desc.length > DESC_LIMIT) {
    throw new WxFailure('desc length does not meet the requirements')
  }
}

/**
 * `wx.getUserProfile` (docs/wechat.md 1.2): inside a tap only, `desc` of 1 to 30 characters, a popup at every call
 * that may return real data. What it returns depends on base library and platform, unless the registration names
 * an era.
 */
export const createProfile = (ports: WxPorts, privacy: Privacy) => ({
  getUserProfile: asyncApi<
    WechatMiniprogram.GetUserProfileOption,
    Pick<WechatMiniprogram.GetUserProfileSuccessCallbackResult, 'userInfo' | 'errMsg'>
  >(ports, 'getUserProfile', async ({ desc, lang }) => {
    if (!ports.gesture.active()) throw new WxFailure('can only be invoked by user TAP gesture.')
    checkDesc(desc)
    requireNetwork(ports.network)
    await privacy.require('getUserProfile')
    const { appid, profileEra } = ports.registration
    const era = profileEra === 'by-library' ? eraOf(ports.device) : profileEra
    // People report no popup where the answer is anonymous; WeChat's page says each call asks.
    if (era !== 'anonymous') {
      const reply = await ports.person.answer('getUserProfile', { desc })
      if (reply === 'refuse') throw new WxFailure('auth deny')
    }
    return ports.servers.profile({ person: ports.person.name, appid, era, lang: langOf(lang) })
  }),
})

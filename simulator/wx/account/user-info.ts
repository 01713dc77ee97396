import { asyncApi, WxFailure } from '../call'
import { requireNetwork } from '../network/exchange'
import type { WxPorts } from '../ports'
import type { Control } from './open-abilities'
import type { Privacy } from './privacy'
import { langOf, userInfoEraOf, type UserProfile } from './user-profile'

type Official = WechatMiniprogram.GetUserInfoSuccessCallbackResult
type Result = Pick<Official, 'userInfo' | 'errMsg'>

/** Without the crypto fields, as `withCredentials: false` asks (API reference getUserInfo); minapp-sdk up to 3.6.0 leaves it out and sends them. */
const withoutCrypto = ({ userInfo, rawData }: UserProfile) =>
  rawData === undefined ? { userInfo } : { userInfo, rawData }

const SCOPE = 'scope.userInfo'

/**
 * `wx.getUserInfo` and `<button open-type="getUserInfo">` by their age (docs/wechat.md 1.5): where answers are
 * real the button asks the person and the API needs their yes; since 2021 both return anonymous data at once.
 */
export const createUserInfo = (ports: WxPorts, privacy: Privacy) => {
  const { person, servers, registration, device, memory, network } = ports
  const { appid, profileEra } = registration
  const era = profileEra === 'by-library' ? userInfoEraOf(device) : profileEra

  const read = (lang: unknown) => {
    requireNetwork(network)
    return servers.profile({ person: person.name, appid, era, lang: langOf(lang) })
  }

  const getUserInfo = asyncApi<WechatMiniprogram.GetUserInfoOption, Result>(
    ports,
    'getUserInfo',
    async ({ lang, withCredentials }) => {
      await privacy.require('getUserInfo')
      if (era !== 'anonymous' && memory.scopes.get(SCOPE) !== true) {
        throw new WxFailure('scope unauthorized')
      }
      const answer = await read(lang)
      return withCredentials === false ? withoutCrypto(answer) : answer
    },
  )

  const button = async (control: Control): Promise<void> => {
    await privacy.require('button.getUserInfo')
    if (era !== 'anonymous' && memory.scopes.get(SCOPE) !== true) {
      const reply = await person.answer('getUserProfile', { desc: '' })
      memory.scopes.set(SCOPE, reply === 'allow')
      if (reply === 'refuse') throw new WxFailure('auth deny')
    }
    control.fire('getuserinfo', {
      ...(await read(control.attribute('lang'))),
      errMsg: 'getUserInfo:ok',
    })
  }
  return { apis: { getUserInfo }, button }
}

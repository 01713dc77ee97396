import { asyncApi, WxFailure } from '../call'
import { someAddress } from './place'
import type { Privacy } from '../account/privacy'
import type { Scopes } from '../account/scopes'
import type { WxPorts } from '../ports'

/** What each API takes and returns. */
interface Apis {
  getLocation: {
    option: WechatMiniprogram.GetLocationOption
    result: WechatMiniprogram.GetLocationSuccessCallbackResult
  }
  getFuzzyLocation: {
    option: WechatMiniprogram.GetFuzzyLocationOption
    result: WechatMiniprogram.GetFuzzyLocationSuccessCallbackResult
  }
  chooseLocation: {
    option: WechatMiniprogram.ChooseLocationOption
    result: WechatMiniprogram.ChooseLocationSuccessCallbackResult
  }
  chooseAddress: {
    option: WechatMiniprogram.ChooseAddressOption
    result: WechatMiniprogram.ChooseAddressSuccessCallbackResult
  }
}

/** What a phone that lies still says of itself beside the place: values of ours. */
const STILL = {
  speed: -1,
  accuracy: 65,
  altitude: 0,
  verticalAccuracy: 65,
  horizontalAccuracy: 65,
}

/** A fuzzy place is one of ours: rounded to a hundredth of a degree. */
const fuzzy = (degrees: number) => Math.round(degrees * 100) / 100

/**
 * Where the phone and the person are (typings getLocation, getFuzzyLocation, chooseLocation, chooseAddress): app.json has
 * to declare the API in `requiredPrivateInfos` (guide "Global configuration"), and the person consents to the privacy
 * guide. The place of the phone, `device.location` in both systems of coordinates, has a scope besides; a place and an
 * address are chosen on pages of WeChat's own.
 */
export const createLocation = (
  ports: WxPorts,
  privacy: Pick<Privacy, 'require'>,
  scopes: Pick<Scopes, 'require'>,
) => {
  const { device, declares, person, cover } = ports
  const requireUse = async (api: string) => {
    if (!declares(api)) {
      throw new WxFailure(
        'the api need to be declared in the requiredPrivateInfos field in app.json/ext.json',
      )
    }
    await privacy.require(api)
  }
  /** Covers the page until the person has answered. Fails where they chose nothing. */
  const chosen = async <Reply extends { kind: string }>(answer: Promise<Reply>) => {
    const uncover = cover()
    const reply = await answer
    uncover()
    if (reply.kind === 'cancel') throw new WxFailure('cancel')
    return reply as Exclude<Reply, { kind: 'cancel' }>
  }
  const api = <Name extends keyof Apis>(
    name: Name,
    run: (option: Apis[Name]['option']) => Promise<Omit<Apis[Name]['result'], 'errMsg'>>,
  ) =>
    asyncApi<Apis[Name]['option'], Apis[Name]['result']>(ports, name, async (option) => {
      await requireUse(name)
      return run(option)
    })
  return {
    getLocation: api('getLocation', async () => {
      await scopes.require('scope.userLocation')
      return { ...STILL, ...device.location }
    }),
    getFuzzyLocation: api('getFuzzyLocation', async () => {
      await scopes.require('scope.userFuzzyLocation')
      const { latitude, longitude } = device.location
      return { latitude: fuzzy(latitude), longitude: fuzzy(longitude) }
    }),
    chooseLocation: api('chooseLocation', async (option) => {
      const { latitude = device.location.latitude, longitude = device.location.longitude } = option
      const opened = { latitude, longitude }
      const { place } = await chosen(person.answer('chooseLocation', opened))
      return { name: '', address: '', ...opened, ...place }
    }),
    chooseAddress: api('chooseAddress', async () => {
      const { address } = await chosen(person.answer('chooseAddress', { offers: 'address' }))
      return { ...someAddress, ...address }
    }),
  }
}

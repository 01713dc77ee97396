import { asyncApi, WxFailure } from '../call'
import type { Privacy } from '../account/privacy'
import type { Scopes } from '../account/scopes'
import type { WxPorts } from '../ports'

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
 * Where the phone is (typings getLocation, getFuzzyLocation): app.json has to declare the API in `requiredPrivateInfos`
 * (guide "Global configuration"), the person consents to the privacy guide and allows the scope. The place is
 * `device.location`, the same in both systems of coordinates.
 */
export const createLocation = (
  ports: WxPorts,
  privacy: Pick<Privacy, 'require'>,
  scopes: Pick<Scopes, 'require'>,
) => {
  const { device, declares } = ports
  const requireUse = async (api: string, scope: string) => {
    if (!declares(api)) {
      throw new WxFailure(
        'the api need to be declared in the requiredPrivateInfos field in app.json/ext.json',
      )
    }
    await privacy.require(api)
    await scopes.require(scope)
  }
  return {
    getLocation: asyncApi<
      WechatMiniprogram.GetLocationOption,
      WechatMiniprogram.GetLocationSuccessCallbackResult
    >(ports, 'getLocation', async () => {
      await requireUse('getLocation', 'scope.userLocation')
      return { ...STILL, ...device.location }
    }),
    getFuzzyLocation: asyncApi<
      WechatMiniprogram.GetFuzzyLocationOption,
      WechatMiniprogram.GetFuzzyLocationSuccessCallbackResult
    >(ports, 'getFuzzyLocation', async () => {
      await requireUse('getFuzzyLocation', 'scope.userFuzzyLocation')
      const { latitude, longitude } = device.location
      return { latitude: fuzzy(latitude), longitude: fuzzy(longitude) }
    }),
  }
}

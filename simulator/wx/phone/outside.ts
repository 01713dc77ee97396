import { asyncApi, requireNumber, requireText, WxFailure } from '../call'
import type { WxPorts } from '../ports'

type Result = WechatMiniprogram.GeneralCallbackResult

/** A phone on its charger. */
const BATTERY = { level: 100, isCharging: true, isLowPowerModeEnabled: false }

/**
 * What leads out of the mini-program to the phone itself: a call (typings MakePhoneCallOption), for which the person is
 * asked by a sheet of one item, a place on WeChat's own map (typings OpenLocationOption), and the battery.
 */
export const createOutside = (ports: WxPorts) => {
  const { person, cover } = ports
  return {
    makePhoneCall: asyncApi<WechatMiniprogram.MakePhoneCallOption, Result>(
      ports,
      'makePhoneCall',
      async ({ phoneNumber }) => {
        const item = `呼叫 ${requireText('phoneNumber', phoneNumber)}`
        const shows = { itemList: [item], itemColor: '#000000', alertText: '' }
        const reply = await person.answer('actionSheet', shows)
        if (reply.kind === 'cancel') throw new WxFailure('cancel')
        cover()()
        return {}
      },
    ),
    openLocation: asyncApi<WechatMiniprogram.OpenLocationOption, Result>(
      ports,
      'openLocation',
      async ({ latitude, longitude }) => {
        requireNumber('latitude', latitude)
        requireNumber('longitude', longitude)
        const uncover = cover()
        await person.answer('ownPage', { page: 'map' })
        uncover()
        return {}
      },
    ),
    getBatteryInfo: asyncApi<
      WechatMiniprogram.GetBatteryInfoOption,
      WechatMiniprogram.GetBatteryInfoSuccessCallbackResult
    >(ports, 'getBatteryInfo', () => ({ ...BATTERY })),
    getBatteryInfoSync: () => ports.adopt({ ...BATTERY }),
  }
}

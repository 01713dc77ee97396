import type { Device } from '../../../wx/phone/device'
import { onePage, run } from '../bundle'

const PAGE = onePage(
  `Page({ data: { told: '' }, onLoad() {
    const { platform, theme } = wx.getAppBaseInfo ? { ...wx.getDeviceInfo(), ...wx.getAppBaseInfo() } : {}
    this.setData({ told: [platform, theme, wx.getSystemInfoSync().theme, typeof wx.onThemeChange,
      typeof wx.offThemeChange, wx.canIUse('onThemeChange')].join() })
  } })`,
  '<view id="told">{{told}}</view>',
)

const FOLLOWING = { ...PAGE, 'app.json': JSON.stringify({ pages: ['pages/a'], darkmode: true }) }

const toldOn = async (platform: Device['platform']) => {
  const app = await run(FOLLOWING, { device: { platform, theme: 'dark', libVersion: '3.17.5' } })
  const told = app.text('told')
  app.close()
  return told
}

describe('a phone in dark mode', () => {
  it.each(['ohos', 'ohos_pc'] as const)(
    'a phone in dark mode is light and has no onThemeChange on %s',
    async (platform) => {
      expect(await toldOn(platform)).toBe(`${platform},light,light,undefined,undefined,false`)
    },
  )

  it.each(['ios', 'android', 'windows', 'mac', 'devtools'] as const)(
    'a phone in dark mode is dark on %s',
    async (platform) => {
      expect(await toldOn(platform)).toBe(`${platform},dark,dark,function,function,true`)
    },
  )
})

import { asyncApi } from '../call'
import { themeOf, type Device } from './device'
import type { WxPorts } from '../ports'

/** Heights of WeChat's own bars in logical pixels, under the status bar and above the safe area. */
const NAVIGATION_BAR = 44
const TAB_BAR = 49

const deviceInfo = ({ platform, brand, model, system }: Device): WechatMiniprogram.DeviceInfo => ({
  platform,
  brand,
  model,
  system,
  abi: 'arm64-v8a',
  deviceAbi: 'arm64-v8a',
  benchmarkLevel: -1,
  cpuType: 'unknown',
  memorySize: '6144',
})

const windowInfo = ({ pixelRatio, screen }: Device): WechatMiniprogram.WindowInfo => ({
  pixelRatio,
  screenWidth: screen.width,
  screenHeight: screen.height,
  windowWidth: screen.width,
  windowHeight: screen.height - screen.statusBar - NAVIGATION_BAR - TAB_BAR - screen.safeBottom,
  statusBarHeight: screen.statusBar,
  screenTop: screen.statusBar + NAVIGATION_BAR,
  safeArea: {
    left: 0,
    right: screen.width,
    top: screen.statusBar,
    bottom: screen.height - screen.safeBottom,
    width: screen.width,
    height: screen.height - screen.statusBar - screen.safeBottom,
  },
})

/** The theme is there for those only that follow it (typings AppBaseInfo). */
const appBaseInfo = ({ device, followsTheme }: WxPorts): WechatMiniprogram.AppBaseInfo => ({
  SDKVersion: device.libVersion,
  version: device.wechatVersion,
  language: device.language,
  ...(followsTheme ? { theme: themeOf(device) } : {}),
  enableDebug: device.platform === 'devtools',
  PCKernelVersion: '',
  fontSizeScaleFactor: 1,
  fontSizeSetting: 17,
  host: { appId: '' },
})

const systemSetting = (): WechatMiniprogram.SystemSetting => ({
  bluetoothEnabled: true,
  locationEnabled: true,
  wifiEnabled: true,
  deviceOrientation: 'portrait',
})

/** What the person let WeChat itself do on this phone. */
const AUTHORIZED = {
  albumAuthorized: 'authorized',
  bluetoothAuthorized: 'authorized',
  cameraAuthorized: 'authorized',
  locationAuthorized: 'authorized',
  locationReducedAccuracy: false,
  microphoneAuthorized: 'authorized',
  notificationAuthorized: 'authorized',
  notificationAlertAuthorized: 'authorized',
  notificationBadgeAuthorized: 'authorized',
  notificationSoundAuthorized: 'authorized',
  phoneCalendarAuthorized: 'authorized',
} as const

/** The older answer says so with booleans. */
const GRANTED = {
  albumAuthorized: true,
  cameraAuthorized: true,
  locationAuthorized: true,
  locationReducedAccuracy: false,
  microphoneAuthorized: true,
  notificationAuthorized: true,
  notificationAlertAuthorized: true,
  notificationBadgeAuthorized: true,
  notificationSoundAuthorized: true,
  phoneCalendarAuthorized: true,
}

/** Everything in one object: deprecated since 2.20.1, and still there (docs/wechat.md 7.5). */
const systemInfo = (phone: WxPorts): WechatMiniprogram.SystemInfo => ({
  ...GRANTED,
  ...deviceInfo(phone.device),
  ...windowInfo(phone.device),
  ...appBaseInfo(phone),
  ...systemSetting(),
})

/** What the phone reports about itself, and its menu button (typings getMenuButtonBoundingClientRect); every field follows the injected device. */
export const createDeviceInfo = (ports: WxPorts) => {
  const { adopt, device } = ports
  return {
    getDeviceInfo: () => adopt(deviceInfo(device)),
    getWindowInfo: () => adopt(windowInfo(device)),
    getAppBaseInfo: () => adopt(appBaseInfo(ports)),
    getSystemSetting: () => adopt(systemSetting()),
    getAppAuthorizeSetting: () => adopt(AUTHORIZED),
    getSystemInfoSync: () => adopt(systemInfo(ports)),
    getSystemInfo: asyncApi<object, { errMsg: string }>(ports, 'getSystemInfo', () =>
      systemInfo(ports),
    ),
    getSystemInfoAsync: asyncApi<object, { errMsg: string }>(ports, 'getSystemInfoAsync', () =>
      systemInfo(ports),
    ),
    getMenuButtonBoundingClientRect: () => {
      const top = device.screen.statusBar + 4
      const right = device.screen.width - 7
      return adopt({ width: 87, height: 32, top, bottom: top + 32, right, left: right - 87 })
    },
  }
}

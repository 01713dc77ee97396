import { deviceName } from '../../../../src/features/account/device-name'
import { accountTexts } from '../../../../src/i18n/account'

const IPHONE =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko)'
const ANDROID = 'Mozilla/5.0 (Linux; Android 14; SM-S918B) AppleWebKit/537.36 (KHTML, like Gecko)'
const WINDOWS = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko)'
const MAC =
  'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko)'

const SEEN: ReadonlyArray<readonly [userAgent: string, method: string, en: string, zh: string]> = [
  [
    `${IPHONE} Mobile/15E148 MicroMessenger/8.0.49 NetType/WIFI`,
    'wechat',
    'WeChat on iPhone',
    'iPhone 上的微信',
  ],
  [
    `${ANDROID} Chrome/116.0 MicroMessenger/8.0.49`,
    'username',
    'WeChat on Android',
    'Android 上的微信',
  ],
  [
    `${WINDOWS} Chrome/108.0 MiniProgramEnv/Windows MicroMessenger/7.0`,
    'wechat_phone',
    'WeChat on Windows',
    'Windows 上的微信',
  ],
  [
    'Mozilla/5.0 (Phone; OpenHarmony 5.0) ArkWeb/4.1 MicroMessenger/8.0',
    'sms',
    'WeChat on HarmonyOS',
    'HarmonyOS 上的微信',
  ],
  [
    `${WINDOWS} Chrome/126.0.0.0 Safari/537.36`,
    'email',
    'Chrome on Windows',
    'Windows 上的 Chrome',
  ],
  [
    `${WINDOWS} Chrome/126.0.0.0 Safari/537.36 Edg/126.0`,
    'phone',
    'Edge on Windows',
    'Windows 上的 Edge',
  ],
  [`${MAC} Version/17.5 Safari/605.1.15`, 'username', 'Safari on Mac', 'Mac 上的 Safari'],
  [
    `${IPHONE} CriOS/126.0 Mobile/15E148 Safari/604.1`,
    'username',
    'Chrome on iPhone',
    'iPhone 上的 Chrome',
  ],
  [
    `${IPHONE} FxiOS/127.0 Mobile/15E148 Safari/605.1.15`,
    'username',
    'Firefox on iPhone',
    'iPhone 上的 Firefox',
  ],
  [
    `${ANDROID} SamsungBrowser/25.0 Chrome/121.0 Mobile Safari/537.36`,
    'username',
    'Samsung Internet on Android',
    'Android 上的 Samsung Internet',
  ],
  [
    'Mozilla/5.0 (X11; Linux x86_64; rv:127.0) Gecko/20100101 Firefox/127.0',
    'username',
    'Firefox on Linux',
    'Linux 上的 Firefox',
  ],
  // A client that sends no User-Agent, or one that means nothing.
  ['', 'wechat', 'WeChat', '微信'],
  ['iPhone', 'username', 'iPhone', 'iPhone'],
  ['', 'username', 'Unknown device', '未知设备'],
  ['node', 'email', 'Unknown device', '未知设备'],
  ['curl/8.5.0', 'sms', 'Unknown device', '未知设备'],
]

describe('the name of a device', () => {
  it.each(SEEN)(
    'the name of a device with %j, signed in by %s, is %s',
    (userAgent, method, en, zh) => {
      expect(deviceName(userAgent, method, accountTexts.en)).toBe(en)
      expect(deviceName(userAgent, method, accountTexts['zh-CN'])).toBe(zh)
    },
  )

  it.each(['username', 'email', 'phone', 'sms', 'anonymous', 'wechat_silent', 'something_new'])(
    'the name of a device never is the word of the protocol: %s',
    (method) => {
      expect(deviceName('', method, accountTexts.en)).not.toContain(method)
    },
  )
})

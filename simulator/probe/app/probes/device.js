const deviceServices = require('./device-services')
const { call, kindOf, kindsOf } = require('../runner/say')

const PLATFORMS = ['ios', 'android', 'devtools', 'windows', 'mac', 'ohos', 'ohos_pc']
const isOhos = ({ platform }) => platform === 'ohos' || platform === 'ohos_pc'

const told = (id, api, since, names, zh, en) => ({
  id: `device.${id}`,
  api,
  since,
  zh,
  en,
  expected: names.join(', '),
  run: (see) => {
    const answer = wx[api]()
    see(
      names
        .filter((name) => {
          const [member, kind] = name.split(' ')
          return kindOf(answer[member]) === kind
        })
        .join(', '),
    )
  },
})

module.exports = {
  id: 'device',
  zh: '设备与微信',
  en: 'Device and WeChat',
  rules: [
    {
      id: 'device.platform',
      zh: '平台的写法',
      en: 'How platforms are written',
      expected: PLATFORMS,
      run: (see) => see(wx.getSystemInfoSync().platform),
    },
    {
      id: 'device.library',
      zh: '基础库是三段数字',
      en: 'The base library is three numbers',
      expected: 'three numbers',
      run: (see) =>
        see(/^\d+\.\d+\.\d+$/.test(wx.getSystemInfoSync().SDKVersion) ? 'three numbers' : 'other'),
    },
    told(
      'info',
      'getDeviceInfo',
      '2.20.1',
      ['platform text', 'brand text', 'model text', 'system text'],
      '设备信息',
      'Device information',
    ),
    told(
      'window',
      'getWindowInfo',
      '2.20.1',
      [
        'pixelRatio number',
        'screenWidth number',
        'screenHeight number',
        'windowWidth number',
        'windowHeight number',
        'statusBarHeight number',
      ],
      '窗口信息',
      'Window information',
    ),
    told(
      'base',
      'getAppBaseInfo',
      '2.20.1',
      ['SDKVersion text', 'version text', 'language text'],
      '微信信息',
      'Information on WeChat',
    ),
    told(
      'setting',
      'getSystemSetting',
      '2.20.1',
      ['bluetoothEnabled boolean', 'locationEnabled boolean', 'wifiEnabled boolean'],
      '系统设置',
      'System settings',
    ),
    told(
      'authorized',
      'getAppAuthorizeSetting',
      '2.20.1',
      [
        'cameraAuthorized text',
        'locationAuthorized text',
        'microphoneAuthorized text',
        'notificationAuthorized text',
      ],
      '微信得到的系统授权',
      'What the system lets WeChat do',
    ),
    {
      id: 'device.same-library',
      api: 'getAppBaseInfo',
      since: '2.20.1',
      zh: '新旧接口说的基础库一样',
      en: 'The older and the newer API report the same base library',
      expected: 'same',
      run: (see) =>
        see(
          wx.getAppBaseInfo().SDKVersion === wx.getSystemInfoSync().SDKVersion ? 'same' : 'other',
        ),
    },
    {
      id: 'device.safe-area',
      since: '2.7.0',
      zh: '安全区域的成员',
      en: 'Members of the safe area',
      expected: 'left number, right number, top number, bottom number, width number, height number',
      run: (see) =>
        see(
          kindsOf(wx.getSystemInfoSync().safeArea, [
            ...['left', 'right', 'top', 'bottom', 'width', 'height'],
          ]),
        ),
    },
    {
      id: 'device.theme',
      since: '2.11.0',
      zh: '声明了深色模式，就告知浅色或深色；鸿蒙没有深色模式',
      en: 'An app with a dark mode gets light or dark; HarmonyOS has no dark mode',
      expected: (here) => (isOhos(here) ? ['light', 'undefined'] : ['light', 'dark']),
      run: (see) => see(String(wx.getSystemInfoSync().theme)),
    },
    {
      id: 'device.theme-change',
      since: '2.11.0',
      zh: 'onThemeChange：鸿蒙没有',
      en: 'onThemeChange: not on HarmonyOS',
      expected: (here) => (isOhos(here) ? 'undefined' : 'function'),
      run: (see) => see(typeof wx.onThemeChange),
    },
    {
      id: 'device.language',
      zh: '微信语言的写法',
      en: 'How WeChat writes its language',
      expected: ['zh_CN', 'zh_TW', 'zh_HK', 'en'],
      run: (see) => see(wx.getSystemInfoSync().language),
    },
    {
      id: 'device.network',
      zh: '网络类型的写法',
      en: 'How types of networks are written',
      expected: ['wifi', '2g', '3g', '4g', '5g', 'unknown', 'none'],
      run: (see) => call('getNetworkType', {}, ({ networkType }) => see(networkType)),
    },
  ].concat(deviceServices),
}

/** One interface of WeChat, and how it is seen in a bundle. */
interface Use {
  readonly name: string
  readonly pattern: RegExp
}

/** A kind of personal information as the console of WeChat calls it, and the interfaces that collect it. */
interface PrivacyType {
  readonly name: string
  readonly uses: readonly Use[]
}

// Taro's runtime lists the names of most interfaces, used or not: only what is called as a member counts.
const api = (name: string): Use => ({ name, pattern: new RegExp(`\\.${name}\\b`) })

/** An ability of a button. */
const ability = (name: string): Use => ({
  name: `open-type="${name}"`,
  pattern: new RegExp(`(openType["']?\\s*:|open-type=)\\s*["'](?:${name})["']`),
})

const type = (name: string, uses: string, ...more: readonly Use[]): PrivacyType => ({
  name,
  uses: [
    ...uses
      .split(' ')
      .filter((name) => name !== '')
      .map(api),
    ...more,
  ],
})

/** After WeChat's list of the interfaces of 用户隐私保护指引. */
export const privacyTypes: readonly PrivacyType[] = [
  type(
    '收集你的昵称、头像',
    'getUserInfo getUserProfile',
    ability('chooseAvatar'),
    ability('getUserInfo'),
    { name: 'input type="nickname"', pattern: /type["']?\s*[:=]\s*["']nickname["']/ },
  ),
  type('收集你的手机号', '', ability('getPhoneNumber'), ability('getRealtimePhoneNumber')),
  type(
    '收集你的位置信息',
    'getLocation getFuzzyLocation startLocationUpdate startLocationUpdateBackground chooseLocation choosePoi',
  ),
  type('收集你的地址', 'chooseAddress'),
  type('收集你的发票信息', 'chooseInvoiceTitle chooseInvoice'),
  type('收集你的车牌号', 'chooseLicensePlate'),
  type('收集你的微信运动步数', 'getWeRunData'),
  type('收集你选中的照片或视频信息', 'chooseImage chooseMedia chooseVideo'),
  type('收集你选中的文件', 'chooseMessageFile'),
  type('访问你的麦克风', 'getRecorderManager startRecord joinVoIPChat'),
  type('访问你的摄像头', 'createCameraContext createVKSession', {
    name: '<camera>',
    pattern: /<camera[\s>]/,
  }),
  type('访问你的蓝牙', 'openBluetoothAdapter createBLEPeripheralServer'),
  type('使用你的相册（仅写入）权限', 'saveImageToPhotosAlbum saveVideoToPhotosAlbum'),
  type('使用你的通讯录（仅写入）权限', 'addPhoneContact'),
  type('使用你的日历（仅写入）权限', 'addPhoneCalendar addPhoneRepeatCalendar'),
  type('调用你的加速传感器', 'startAccelerometer'),
  type('调用你的磁场传感器', 'startCompass'),
  type('调用你的方向传感器', 'startDeviceMotionListening'),
  type('调用你的陀螺仪传感器', 'startGyroscope'),
  type('读取你的剪切板', 'setClipboardData getClipboardData'),
]

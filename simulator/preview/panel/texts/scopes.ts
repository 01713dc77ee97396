import type { Settings } from '../model/settings'

type Words = Readonly<Record<Settings['language'], string>>

/** What WeChat's scopes are about (guide "Authorization", list of scopes). */
const SCOPES: Readonly<Record<string, Words>> = {
  'scope.userLocation': { zh: '位置信息', en: 'Location' },
  'scope.userFuzzyLocation': { zh: '模糊位置信息', en: 'Approximate location' },
  'scope.userLocationBackground': { zh: '后台位置信息', en: 'Location in the background' },
  'scope.record': { zh: '麦克风', en: 'Microphone' },
  'scope.camera': { zh: '摄像头', en: 'Camera' },
  'scope.bluetooth': { zh: '蓝牙', en: 'Bluetooth' },
  'scope.writePhotosAlbum': { zh: '添加到相册', en: 'Add to the album' },
  'scope.addPhoneContact': { zh: '添加到联系人', en: 'Add to contacts' },
  'scope.addPhoneCalendar': { zh: '添加到日历', en: 'Add to the calendar' },
  'scope.werun': { zh: '微信运动步数', en: 'Steps of WeRun' },
  'scope.address': { zh: '通讯地址', en: 'Address' },
  'scope.invoice': { zh: '发票', en: 'Invoices' },
  'scope.invoiceTitle': { zh: '发票抬头', en: 'Invoice titles' },
  'scope.userInfo': { zh: '用户信息', en: 'Profile' },
}

/** What a scope is about, in one language; the scope itself where this is not known. */
export const scopeName = (scope: string, language: Settings['language']): string =>
  SCOPES[scope]?.[language] ?? scope

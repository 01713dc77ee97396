type Signs = ReadonlyArray<readonly [sign: RegExp, name: string]>

/** In order of precedence: nearly every browser names Chrome or Safari beside itself. */
const BROWSERS: Signs = [
  [/Edg(e|A|iOS)?\//, 'Edge'],
  [/OPR\/|OPT\/|Opera/, 'Opera'],
  [/SamsungBrowser\//, 'Samsung Internet'],
  [/HuaweiBrowser\//, 'HUAWEI Browser'],
  [/MiuiBrowser\//, 'Mi Browser'],
  [/M?QQBrowser\//, 'QQ Browser'],
  [/UCBrowser\//, 'UC Browser'],
  [/Firefox\/|FxiOS\//, 'Firefox'],
  [/Chrome\/|CriOS\//, 'Chrome'],
  [/Safari\//, 'Safari'],
]

const DEVICES: Signs = [
  [/iPhone/, 'iPhone'],
  [/iPad/, 'iPad'],
  [/OpenHarmony|HarmonyOS/, 'HarmonyOS'],
  [/Android/, 'Android'],
  [/Windows/, 'Windows'],
  [/Mac OS|Macintosh/, 'Mac'],
  [/CrOS/, 'ChromeOS'],
  [/Linux/, 'Linux'],
]

const named = (signs: Signs, text: string): string | undefined =>
  signs.find(([sign]) => sign.test(text))?.[1]

/** The words that a device is named with, in the person's language. */
interface Words {
  wechat: string
  unknownDevice: string
  /** With `{program}` and `{device}`. */
  programOn: string
}

/**
 * A device in words that its owner recognises: WeChat on iPhone. `method` is how the session was begun, as the backend
 * has it; it may show that this was WeChat, and is never shown itself.
 */
export const deviceName = (userAgent: string, method: string, words: Words): string => {
  const isWechat = /^wechat/.test(method) || /MicroMessenger|miniProgram/i.test(userAgent)
  const program = isWechat ? words.wechat : named(BROWSERS, userAgent)
  const device = named(DEVICES, userAgent)
  if (program === undefined || device === undefined) return program || device || words.unknownDevice
  const name = words.programOn.replace('{program}', program).replace('{device}', device)
  // Between Chinese and Latin letters stands a space.
  return name.replace(/的(?=\w)/, '的 ')
}

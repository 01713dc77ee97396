import type { Features } from './features'

/** The names by which a build would reach WeChat's interfaces that these features leave out. */
export const absentNames = ({ phone, profileButton }: Features): readonly string[] => [
  ...(phone === 'oneTap' ? [] : ['getPhoneNumber']),
  ...(phone === 'realtime' ? [] : ['getRealTimePhoneNumber', 'getRealtimePhoneNumber']),
  ...(profileButton !== 'off' ? [] : ['getUserProfile', 'getUserInfo']),
]

/**
 * A name in what Taro itself brings along, which lists every interface and every event of every component:
 * an item of a list, a field of an object, or an attribute of a template.
 */
const mentions = (name: string): readonly RegExp[] => {
  const event = `bind${name}`
  return [
    new RegExp(`"${name}",|,"${name}"(?=\\])`, 'g'),
    new RegExp(`"?${event}"?:(?:"[^"]*"|[\\w$]+),?`, 'gi'),
    new RegExp(` ${event}="[^"]*"`, 'gi'),
  ]
}

/**
 * The text without any mention of the names: WeChat compares the privacy guide with the interfaces named in the
 * package, used or not (docs/wechat.md 3.5).
 */
export const without = (names: readonly string[], text: string): string =>
  names.flatMap(mentions).reduce((rest, mention) => rest.replace(mention, ''), text)

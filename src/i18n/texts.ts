import { en } from './en'
import { zhCN } from './zh-CN'

export type Texts = Readonly<Record<keyof typeof zhCN, string>>

/** The dictionary for a language tag such as `zh_CN`, `zh-Hans` or `en-GB`: Chinese unless it is another language. */
export function textsFor(tag: string): Texts {
  return /^zh\b|^zh_|^$/i.test(tag) ? zhCN : en
}

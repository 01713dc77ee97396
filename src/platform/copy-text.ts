import Taro from '@tarojs/taro'
import { BaasError, CODE } from '../baas/errors'
import { answered } from './answered'

// WeChat's library of types has none.
declare const navigator: { readonly clipboard: { writeText: (text: string) => Promise<void> } }

/** The browser's clipboard, and nowhere else: Taro's own call keeps a copy in localStorage, which outlives a sign-out. */
const copyInBrowser = async (text: string): Promise<void> => {
  try {
    await navigator.clipboard.writeText(text)
  } catch (cause) {
    throw new BaasError(CODE.unauthorized, { cause })
  }
}

/** Puts a text on the clipboard. Rejects with a BaasError where that is not allowed. */
export const copyText = (text: string): Promise<unknown> =>
  __TARGET__ === 'h5' ? copyInBrowser(text) : answered(() => Taro.setClipboardData({ data: text }))

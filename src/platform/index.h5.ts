import type { Platform } from './platform'
import { storage } from './storage'
import { transport } from './transport'

/** A browser: the same accounts, but no WeChat to vouch for anybody. */
export const platform: Platform = {
  client: 'WEB',
  transport,
  storage,
  loginCode: () => Promise.reject(new Error('There is no WeChat in a browser.')),
  language: () => navigator.language,
}

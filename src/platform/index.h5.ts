import { BaasError, CODE } from '../baas/errors'
import { choosePicture } from './choose-picture'
import { clock } from './clock'
import type { Platform } from './platform'
import { storage } from './storage'
import { transport, upload } from './transport'

/** A browser: the same accounts, but no WeChat to vouch for anyone. */
export const platform: Platform = {
  client: 'WEB',
  randomBytes: () => [...crypto.getRandomValues(new Uint8Array(16))],
  transport,
  upload,
  storage,
  clock,
  lifecycle: {
    onShow: (listener) =>
      document.addEventListener('visibilitychange', () => {
        if (document.visibilityState === 'visible') listener()
      }),
    onOnline: (listener) => window.addEventListener('online', listener),
    onStorage(listener) {
      window.addEventListener('storage', listener)
      // A page that Back brings again as it was has heard of nothing meanwhile.
      window.addEventListener('pageshow', ({ persisted }) => {
        if (persisted) listener()
      })
    },
  },
  wechat: {
    loginCode: () => Promise.reject(new BaasError(CODE.unsupportedFunction)),
    libVersion: () => '3.0.0',
  },
  privacy: {
    requireConsent: () => Promise.resolve(),
    onNeedConsent: () => undefined,
  },
  askProfile: undefined,
  choosePicture,
  language: () => navigator.language,
  // Browsers enlarge the whole page themselves.
  textScale: () => 1,
}

import { createListeners } from '../listeners'
import type { WxPorts } from '../ports'

/** WeChat's code and words where it has no advertisement for this person (API reference InterstitialAd.onError). */
export const NO_AD = { errCode: 1004, errMsg: '无适合的广告' }

interface AdEvents {
  onLoad: object
  onError: typeof NO_AD
  onClose: object
}

/**
 * Advertisements between pages and videos with a reward (typings InterstitialAd, RewardedVideoAd): WeChat never has one
 * for the person here. A new one says so by itself, since it loads at once; `load` and `show` are refused.
 */
export const createAds = (ports: WxPorts) => {
  const create = () => {
    const { on, off, emit } = createListeners<AdEvents>(ports)
    const refuse = () =>
      ports.promise((_succeed, fail) => {
        emit('onError', NO_AD)
        fail(ports.adopt(NO_AD))
      })
    const cancel = ports.loop.after(0, 'ad', () => emit('onError', NO_AD))
    return {
      load: refuse,
      show: refuse,
      destroy: cancel,
      ...{ onLoad: on('onLoad'), onError: on('onError'), onClose: on('onClose') },
      ...{ offLoad: off('onLoad'), offError: off('onError'), offClose: off('onClose') },
    }
  }
  return { createInterstitialAd: create, createRewardedVideoAd: create }
}

import { asyncApi } from '../call'
import type { PhoneFiles } from '../files/files'
import type { WxPorts } from '../ports'
import { contextOf } from './context'
import { createPlayer, type PlayerEvents } from './player'

type Result = WechatMiniprogram.GeneralCallbackResult

const EVENTS: readonly (keyof PlayerEvents)[] = [
  ...(['onCanplay', 'onPlay', 'onPause', 'onStop', 'onEnded', 'onTimeUpdate'] as const),
  ...(['onError', 'onWaiting', 'onSeeking', 'onSeeked'] as const),
]

/** An address with a scheme is not looked up among the files. */
const isRemote = (src: string) => /^(https?:\/\/(?!tmp\/|usr\/|store_)|cloud:|data:)/.test(src)

/**
 * Creates players that play no sound: their events and times follow the phone's clock (typings InnerAudioContext,
 * BackgroundAudioManager). A file of the phone or the package that is not there is errCode 10003; an address in the
 * network is never fetched.
 */
export const createSounds = (ports: WxPorts, { read }: Pick<PhoneFiles, 'read'>) => {
  const exists = (src: string) => isRemote(src) || read(src) !== undefined

  const createInnerAudioContext = (): object => {
    const player = createPlayer(ports, exists)
    const own = {
      autoplay: false,
      obeyMuteSwitch: true,
      volume: 1,
      referrerPolicy: 'no-referrer',
      destroy: player.destroy,
    }
    const context = contextOf(player, EVENTS, (src) => player.load(src, () => autoplays()), own)
    const autoplays = () => (context as typeof own).autoplay
    return Object.defineProperty(context, 'loop', {
      enumerable: true,
      get: () => player.options.loop,
      set: (loops) => void (player.options.loop = Boolean(loops)),
    })
  }

  const createBackgroundManager = (): object => {
    const player = createPlayer(ports, exists)
    const own = { title: '', epname: '', singer: '', coverImgUrl: '', webUrl: '', protocol: 'http' }
    const load = (src: string) => {
      const { title } = context as typeof own
      if (src === '' || title !== '') return player.load(src, () => true)
      player.emit('onError', { errCode: -1, errMsg: 'title is required' })
    }
    const context = contextOf(player, [...EVENTS, 'onPrev', 'onNext'], load, own)
    return context
  }

  let manager: object | undefined
  return {
    createInnerAudioContext,
    /** There is one for the whole mini-program. */
    getBackgroundAudioManager: () => (manager ??= createBackgroundManager()),
    setInnerAudioOption: asyncApi<object, Result>(ports, 'setInnerAudioOption', () => ({})),
    getAvailableAudioSources: asyncApi<object, Result & { audioSources: string[] }>(
      ports,
      'getAvailableAudioSources',
      () => ({ audioSources: ['auto', 'mic'] }),
    ),
  }
}

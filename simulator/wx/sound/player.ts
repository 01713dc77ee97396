import { createListeners } from '../listeners'
import type { WxPorts } from '../ports'

/** What a player reports (typings InnerAudioContext, BackgroundAudioManager). */
export interface PlayerEvents {
  onCanplay: object
  onPlay: object
  onPause: object
  onStop: object
  onEnded: object
  onTimeUpdate: object
  onSeeking: object
  onSeeked: object
  onWaiting: object
  onError: { errCode: number; errMsg: string }
  onPrev: object
  onNext: object
}

/** How long every sound is, in seconds: nothing is decoded. */
const LENGTH = 10

/** How often a sound that plays says how far it has come, in milliseconds. */
const STEP_MS = 250

type State = 'empty' | 'loading' | 'ready' | 'playing' | 'paused' | 'stopped'

/**
 * A player on the phone's clock that plays no sound: every source is ten seconds long, is ready at once and comes
 * to its end, with WeChat's events in their order. `exists` says whether a file of the phone or the package is
 * there.
 */
export const createPlayer = (
  ports: Pick<WxPorts, 'loop' | 'adopt' | 'clock'>,
  exists: (src: string) => boolean,
) => {
  const { loop, clock } = ports
  const { on, off, emit } = createListeners<PlayerEvents>(ports)
  let state: State = 'empty'
  let wanted = false
  let src = ''
  let position = 0
  let since = 0
  let cancelStep = () => undefined as void
  const options = { startTime: 0, loop: false, playbackRate: 1 }

  const now = () => {
    const played = state === 'playing' ? ((clock.now() - since) / 1000) * options.playbackRate : 0
    return Math.min(LENGTH, position + played)
  }
  const rest = (next: State) => {
    position = now()
    state = next
    cancelStep()
  }
  const step = () => {
    cancelStep = loop.idly(STEP_MS, 'sound', () => {
      emit('onTimeUpdate', {})
      if (now() < LENGTH) return step()
      if (options.loop) {
        position = 0
        since = clock.now()
        return step()
      }
      rest('stopped')
      emit('onEnded', {})
    })
  }
  const begin = () => {
    if (state === 'stopped') position = options.startTime
    state = 'playing'
    since = clock.now()
    emit('onPlay', {})
    step()
  }
  const play = () => {
    if (state === 'loading') wanted = true
    else if (state !== 'empty' && state !== 'playing') begin()
  }
  const load = (source: string, autoplay: () => boolean) => {
    rest('loading')
    src = source
    position = options.startTime
    wanted = false
    if (source === '') {
      state = 'empty'
      return
    }
    loop.after(0, 'sound', () => {
      if (src !== source || state !== 'loading') return
      if (!exists(source)) {
        state = 'empty'
        emit('onError', { errCode: 10003, errMsg: 'errCode:10003, err:file not found' })
        return
      }
      state = 'ready'
      emit('onCanplay', {})
      if (wanted || autoplay()) begin()
    })
  }
  const hasSource = () => state !== 'empty' && state !== 'loading'

  return {
    ...{ on, off, emit, load, play, options },
    pause: () => {
      wanted = false
      if (state !== 'playing') return
      rest('paused')
      emit('onPause', {})
    },
    stop: () => {
      wanted = false
      if (!hasSource()) return
      rest('stopped')
      position = 0
      emit('onStop', {})
    },
    seek: (seconds: number) => {
      if (!hasSource()) return
      emit('onSeeking', {})
      position = Math.min(LENGTH, Math.max(0, seconds))
      since = clock.now()
      emit('onSeeked', {})
    },
    destroy: () => {
      rest('empty')
      src = ''
    },
    src: () => src,
    duration: () => (hasSource() ? LENGTH : 0),
    currentTime: () => (hasSource() ? Number(now().toFixed(6)) : 0),
    paused: () => state !== 'playing',
  }
}

/** A player that plays no sound. */
export type Player = ReturnType<typeof createPlayer>

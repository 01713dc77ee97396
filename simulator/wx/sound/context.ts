import type { Player, PlayerEvents } from './player'

const secondsOf = (value: unknown) => (Number.isFinite(Number(value)) ? Number(value) : 0)

/** `onX` and `offX` of a player, for the events that a context has. */
const eventsOf = ({ on, off }: Player, names: readonly (keyof PlayerEvents)[]) =>
  Object.fromEntries(
    names.flatMap((name) => [
      [name, on(name)],
      [name.replace(/^on/, 'off'), off(name)],
    ]),
  )

/**
 * The object that a mini-program has of a player: methods, events and properties, of which those that the app sets
 * take effect at once (typings InnerAudioContext). `load` is what a new `src` does.
 */
export const contextOf = (
  player: Player,
  names: readonly (keyof PlayerEvents)[],
  load: (src: string) => void,
  own: object,
): object => {
  const { options } = player
  const context = {
    ...own,
    ...eventsOf(player, names),
    play: player.play,
    pause: player.pause,
    stop: player.stop,
    seek: (position: unknown) => player.seek(secondsOf(position)),
  }
  return Object.defineProperties(context, {
    src: { enumerable: true, get: player.src, set: (src) => load(String(src ?? '')) },
    duration: { enumerable: true, get: player.duration },
    currentTime: {
      enumerable: true,
      get: player.currentTime,
      set: (position) => player.seek(secondsOf(position)),
    },
    paused: { enumerable: true, get: player.paused },
    buffered: { enumerable: true, get: player.duration },
    startTime: {
      enumerable: true,
      get: () => options.startTime,
      set: (seconds) => void (options.startTime = secondsOf(seconds)),
    },
    playbackRate: {
      enumerable: true,
      get: () => options.playbackRate,
      set: (rate) => void (options.playbackRate = secondsOf(rate) || 1),
    },
  })
}

import type { Realm, Shell } from '../core/ports'

type Listener = Parameters<Shell['onUnhandledRejection']>[0]

/** Who hears of the rejections of each realm that is watched. */
const watched = new Map<PromiseConstructor, Listener>()

const onRejection = (reason: unknown, promise: Promise<unknown>) => {
  const owner = [...watched].find(([RealmPromise]) => promise instanceof RealmPromise)
  if (owner !== undefined) owner[1](reason, promise)
  // With a listener, Node no longer ends the process by itself.
  else if (process.listenerCount('unhandledRejection') === 1) throw reason
}

/** Reports rejections of the realm's own promises that nothing handled. Those of anyone else stay with the process. */
export const watchRejections =
  (realm: Realm) =>
  (listener: Listener): (() => void) => {
    const RealmPromise = realm.globals['Promise'] as PromiseConstructor
    if (watched.size === 0) process.on('unhandledRejection', onRejection)
    watched.set(RealmPromise, listener)
    return () => {
      watched.delete(RealmPromise)
      if (watched.size === 0) process.off('unhandledRejection', onRejection)
    }
  }

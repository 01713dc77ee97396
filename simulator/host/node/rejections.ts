import type { Realm, Shell } from '../core/ports'

/** Reports rejections of the realm's own promises that nothing handled. Those of anyone else stay with the process. */
export const watchRejections =
  (realm: Realm) =>
  (listener: Parameters<Shell['onUnhandledRejection']>[0]): (() => void) => {
    const RealmPromise = realm.globals['Promise'] as PromiseConstructor
    const onRejection = (reason: unknown, promise: Promise<unknown>) => {
      if (promise instanceof RealmPromise) listener(reason, promise)
    }
    process.on('unhandledRejection', onRejection)
    return () => void process.off('unhandledRejection', onRejection)
  }

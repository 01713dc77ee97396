import type { Realm } from '../core/ports'

/** Reports rejections of the realm's own promises that nothing handled. Those of anyone else stay with the process. */
export const watchRejections =
  (realm: Realm) =>
  (listener: (reason: unknown) => void): (() => void) => {
    const RealmPromise = realm.globals['Promise'] as PromiseConstructor
    const onRejection = (reason: unknown, promise: Promise<unknown>) => {
      if (promise instanceof RealmPromise) listener(reason)
    }
    process.on('unhandledRejection', onRejection)
    return () => void process.off('unhandledRejection', onRejection)
  }

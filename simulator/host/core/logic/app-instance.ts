import type { Activity } from './activity'
import type { Realm } from '../ports'

/** What `App()` registered; the bundle gets the same object from `getApp()` (guide "App"). */
export interface AppInstance {
  /** Defines `App` and `getApp` for the logic layer. */
  readonly globals: Readonly<Record<string, unknown>>
  /** Calls an app event (`onLaunch`, `onShow`…); nothing happens when the app has no such method. */
  call(event: string, argument?: unknown): void
}

/** Creates the app's own registration: one per running mini-program. */
export const createAppInstance = (realm: Realm, activity: Activity): AppInstance => {
  let instance: Record<string, unknown> = {}
  return {
    globals: {
      App: (definition: Record<string, unknown>) => {
        instance = definition
      },
      getApp: () => instance,
    },
    call: (event, argument) => {
      const handler = instance[event]
      if (typeof handler !== 'function') return
      activity.guard(`App.${event}`, () =>
        Reflect.apply(handler, instance, argument === undefined ? [] : [realm.adopt(argument)]),
      )
    },
  }
}

import type { Activity } from './activity'
import type { Realm } from '../ports'

/** What `App()` registered; the bundle gets the same object from `getApp()` (guide "App"). */
export interface AppInstance {
  /** Defines `App` and `getApp` for the logic layer. */
  readonly globals: Readonly<Record<string, unknown>>
  /** Calls an app event (`onLaunch`, `onShow`…); nothing happens when the app has no such method. */
  call: (event: string, argument?: unknown) => void
}

type Registered = Record<string, unknown>

/**
 * Creates the app's own registration: one per running mini-program. Before `App()` there is no app;
 * `getApp({allowDefault: true})` returns an empty one then, whose members `App()` takes over and overwrites (guide
 * "Independent sub-packages").
 */
export const createAppInstance = (realm: Realm, activity: Activity): AppInstance => {
  let instance: Registered | undefined
  let standIn: Registered | undefined
  return {
    globals: {
      App: (definition: Registered) => {
        instance = standIn === undefined ? definition : Object.assign(standIn, definition)
      },
      getApp: ({ allowDefault = false }: { allowDefault?: boolean } = {}) => {
        if (instance !== undefined || !allowDefault) return instance
        standIn ??= realm.adopt<Registered>({})
        return standIn
      },
    },
    call: (event, argument) => {
      const handler = instance?.[event]
      if (typeof handler !== 'function') return
      activity.guard(`App.${event}`, () =>
        Reflect.apply(handler, instance, argument === undefined ? [] : [realm.adopt(argument)]),
      )
    },
  }
}

import type { Clock } from '../../../wx/phone/clock'
import type { Pace } from '../../../wx/pace'
import type { HostPorts, Registration } from '../../../wx/ports'
import { createActivity, type Activity } from '../logic/activity'
import type { Device } from '../../../wx/phone/device'
import { bytesOf } from '../bytes-of'
import { isTab, readAppConfig, type AppConfig } from './app-config'
import { createAppInstance } from '../logic/app-instance'
import type { Gesture } from '../logic/gesture'
import { createLife, type Life } from './life'
import {
  createConsole,
  createTimers,
  createUndefinedGlobals,
  createUnsimulatedGlobals,
  writeLine,
  type ConsoleLine,
} from '../logic/globals'
import type { SetDataTraffic } from '../view/meter'
import { missingOnOldest, takeAway } from '../logic/built-ins-of-libraries'
import { createModules } from '../logic/modules'
import type { Entry, Shell, WechatSide } from '../ports'
import { followClock } from '../logic/realm-date'
import type { Router } from '../view/router'
import { scrollPage } from '../view/scroll-page'
import { createViewLayer } from '../view/view-layer'
import { createWxConfig } from '../logic/wx-config'

/** A mini-program whose code is loaded into a shell. */
export interface MiniProgram extends Omit<Life, 'entry'> {
  readonly config: AppConfig
  readonly router: Router
  readonly activity: Activity
  readonly console: readonly ConsoleLine[]
  readonly traffic: SetDataTraffic
  close: () => void
}

/** Where a rejected promise surfaces. */
const REJECTION = 'unhandled rejection'

/**
 * What `onError` is called with: the message and the stack. The error is of the mini-program's realm, and may be
 * anything.
 */
const messageOf = (error: unknown) =>
  typeof error === 'object' && error !== null
    ? String('stack' in error ? error.stack : Object.prototype.toString.call(error))
    : String(error)

/**
 * Puts a bundle into a shell. `connect` returns the WeChat around it; it is called once, before any code of the bundle.
 */
export const createMiniProgram = (
  shell: Shell,
  parts: {
    clock: Clock
    device: Pick<Device, 'libVersion' | 'engine' | 'speed' | 'screen'>
    registration: Pick<Registration, 'appid' | 'version'>
    entry: Entry
    gesture: Gesture
    pace: Pace
  },
  connect: (host: Omit<HostPorts, 'hideKeyboard'>) => WechatSide,
): MiniProgram => {
  const { clock, device, registration, entry, gesture, pace } = parts
  const { files, realm } = shell
  followClock(realm, clock)
  const RealmPromise = (realm.globals['Promise'] ?? Promise) as PromiseConstructor
  const RealmError = (realm.globals['Error'] ?? Error) as ErrorConstructor
  const config = readAppConfig(files)
  const activity = createActivity(clock)
  const modules = createModules(files, realm, config, activity)
  const lines: ConsoleLine[] = []
  const write = (level: ConsoleLine['level'], line: string) => writeLine(lines, level, [line])
  const wx = () => wechat.wx
  const view = { config, modules, activity, pace, device, registration, write, wx }
  const viewLayer = createViewLayer(shell, view)
  const { router, traffic } = viewLayer
  const app = createAppInstance(realm, activity)

  const life = createLife({
    ...{ entry, clock, config, modules, viewLayer, activity, app },
    wechat: () => wechat,
  })
  const cover = () => {
    const page = router.current()
    page?.hide()
    return () => page?.show()
  }
  const wechat = connect({
    loop: activity,
    router,
    gesture,
    entry: life.entry,
    page: () => router.current()?.instance,
    timeoutOf: (kind) => config.networkTimeout[kind],
    declares: (api) => config.declared.includes(api),
    followsTheme: config.theme === 'of-phone',
    purposeOf: (scope) => config.purposes[scope] ?? '',
    onTabPage: () => isTab(config, router.current()?.path),
    countTabs: () => config.tabs.length,
    cover,
    leave: () => {
      life.hide()
      return life.show
    },
    scrollPage: (to) => scrollPage(router.current(), to),
    adopt: realm.adopt,
    promise: (start) => new RealmPromise(start),
    error: (message) => new RealmError(message),
    packaged: { bytes: (path) => bytesOf(files, path), list: files.list },
  })

  const forgetRejections = shell.onUnhandledRejection((reason, promise) => {
    app.call('onUnhandledRejection', { reason, promise })
    wechat.emit('onUnhandledRejection', { reason, promise })
    activity.report(REJECTION, reason)
  })
  activity.watchErrors(({ where, error }) => {
    // A rejection has events of its own.
    if (where === REJECTION) return
    app.call('onError', messageOf(error))
    wechat.emit('onError', { message: messageOf(error) })
  })

  if (device.engine === 'oldest') takeAway(realm.globals, missingOnOldest(device.libVersion))
  Object.assign(
    realm.globals,
    createTimers(activity, gesture),
    createUndefinedGlobals(),
    createUnsimulatedGlobals(),
    app.globals,
    viewLayer.space.globals,
    {
      global: realm.adopt({}),
      __wxConfig: realm.adopt(createWxConfig(config, registration)),
      console: createConsole(lines),
      getCurrentPages: () =>
        realm.adopt([]).concat(router.stack.map(({ instance }) => instance) as never[]),
      wx: wechat.wx,
    },
  )

  return {
    ...life,
    config,
    router,
    activity,
    console: lines,
    traffic,
    close: () => {
      router.clear()
      activity.stop()
      forgetRejections()
    },
  }
}

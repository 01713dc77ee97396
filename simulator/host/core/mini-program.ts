import type { AppEvents } from '../../wx/app-events'
import type { Background } from '../../wx/background'
import type { Clock } from '../../wx/clock'
import type { Pace } from '../../wx/pace'
import type { PerformanceEntry } from '../../wx/performance'
import type { HostPorts } from '../../wx/ports'
import { createActivity, type Activity } from './activity'
import { isTab, readAppConfig, type AppConfig } from './app-config'
import { createAppInstance } from './app-instance'
import type { Gesture } from './gesture'
import { createLife, type Life } from './life'
import { createConsole, createTimers, type ConsoleLine } from './logic-globals'
import type { SetDataTraffic } from './meter'
import { createModules } from './modules'
import type { Shell } from './ports'
import { followClock } from './realm-date'
import type { Router } from './router'
import { createStage } from './stage'

/** How the mini-program is entered: what `onLaunch` and `onShow` get. */
export interface Entry {
  /** Route with query; the entry page of `app.json` when left out. */
  url?: string
  /** WeChat's scene number; 1001, the list of recent mini-programs, when left out. */
  scene?: number
}

/** A mini-program whose code is loaded into a shell. */
export interface MiniProgram extends Omit<Life, 'entry'> {
  readonly config: AppConfig
  readonly router: Router
  readonly activity: Activity
  readonly console: readonly ConsoleLine[]
  readonly traffic: SetDataTraffic
  close(): void
}

/** What the host tells the WeChat it runs under. */
export interface WechatSide {
  wx: object
  background: Pick<Background, 'hidden' | 'shown'>
  emit<Name extends keyof AppEvents>(event: Name, result: AppEvents[Name]): void
  measure(entry: PerformanceEntry): void
}

const messageOf = (error: unknown) =>
  error instanceof Object && 'stack' in error ? String(error.stack) : String(error)

/**
 * Puts a bundle into a shell. `connect` gives the WeChat around it; it is called once, before any code of the bundle.
 */
export const createMiniProgram = (
  shell: Shell,
  { clock, entry, gesture, pace }: { clock: Clock; entry: Entry; gesture: Gesture; pace: Pace },
  connect: (host: HostPorts) => WechatSide,
): MiniProgram => {
  const { files, realm } = shell
  followClock(realm, clock)
  const config = readAppConfig(files)
  const activity = createActivity(clock)
  const modules = createModules(files, realm, config.subPackages)
  const stage = createStage(shell, config, modules, activity, pace)
  const { router, traffic } = stage
  const app = createAppInstance(realm, activity)
  const lines: ConsoleLine[] = []

  const parts = { entry, clock, config, modules, stage, activity, app }
  const life = createLife({ ...parts, wechat: () => wechat })
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
    page: () => router.current()?.face,
    onTabPage: () => isTab(config, router.current()?.path),
    cover,
    adopt: realm.adopt,
  })

  const forgetRejections = shell.onUnhandledRejection((reason) => {
    wechat.emit('onUnhandledRejection', { reason })
    activity.report('unhandled rejection', reason)
  })
  activity.onError((error) => {
    app.call('onError', messageOf(error))
    wechat.emit('onError', { message: messageOf(error) })
  })

  Object.assign(realm.globals, createTimers(activity), app.globals, {
    console: createConsole(lines),
    getCurrentPages: () => realm.adopt([]).concat(router.stack.map(({ face }) => face) as never[]),
    wx: wechat.wx,
  })

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

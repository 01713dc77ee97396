import { createActivity, type Activity } from './activity'
import { isTab, readAppConfig, type AppConfig } from './app-config'
import { createAppInstance } from './app-instance'
import { createComponentSpace } from './component-space'
import { createConsole, createTimers, type ConsoleLine } from './logic-globals'
import { createModules } from './modules'
import { parseUrl } from './paths'
import { createDispatch } from './events'
import { createImages } from './images'
import type { Gesture } from './gesture'
import { meterSetData, type SetDataTraffic } from './meter'
import type { Shell } from './ports'
import { followClock } from './realm-date'
import { createRouter, type Router } from './router'
import type { Clock } from '../../wx/clock'
import type { AppEvents } from '../../wx/app-events'
import type { PerformanceEntry } from '../../wx/performance'
import type { HostPorts } from '../../wx/ports'

/** Scene of the list of recent mini-programs. */
const RECENT = 1001

/** How the mini-program was entered: what `onLaunch` and `onShow` get. */
export interface Entry {
  /** Route with query; the entry page of `app.json` when left out. */
  url?: string
  /** WeChat's scene number; 1001, the list of recent mini-programs, when left out. */
  scene?: number
}

/** A mini-program whose code is loaded into a shell. */
export interface MiniProgram {
  readonly config: AppConfig
  readonly router: Router
  readonly activity: Activity
  readonly console: readonly ConsoleLine[]
  readonly traffic: SetDataTraffic
  /** Runs `app.js` and opens the first page: onLaunch, onShow, then the page's own life cycle. */
  launch(): void
  hide(): void
  show(): void
  /** The person taps an item of the tab bar: the page changes, then it is told. */
  tapTab(index: number): void
  close(): void
}

/** What the host tells the WeChat it runs under. */
export interface WechatSide {
  wx: object
  emit<Name extends keyof AppEvents>(event: Name, result: AppEvents[Name]): void
  measure(entry: PerformanceEntry): void
}

/**
 * Loads a bundle into a shell. `connect` gives the WeChat around it; it is called once, before any code of the bundle.
 * Life-cycle order: WeChat's guides "App" and "Page".
 */
export const createMiniProgram = (
  shell: Shell,
  clock: Clock,
  entry: Entry,
  gesture: Gesture,
  connect: (host: HostPorts) => WechatSide,
): MiniProgram => {
  const { files, realm, framework, document } = shell
  followClock(realm, clock)
  const config = readAppConfig(files)
  const activity = createActivity(clock)
  const modules = createModules(files, realm, config.subPackages)
  const traffic = meterSetData(framework, activity, () => {
    for (const page of router.stack) page.rendered()
  })
  const { environment, space } = createComponentSpace({ ...shell, config, modules, activity })
  const screen = new framework.glassEasel.CurrentWindowBackendContext()
  screen.render = (rendered) => void activity.after(0, 'render', () => rendered(null))
  const backend = environment.associateBackend(screen)
  const loadImages = createImages(files, createDispatch(framework, realm))
  const pageParts = { space, backend, realm, activity, document, loadImages }
  const router = createRouter(config, pageParts)
  const app = createAppInstance(realm, activity)
  const lines: ConsoleLine[] = []

  framework.glassEasel.globalOptions.throwGlobalError = false
  framework.glassEasel.addGlobalErrorListener((error, method) => {
    activity.report(method ?? 'component', error)
    return false
  })
  const forgetRejections = shell.onUnhandledRejection((reason) => {
    wechat.emit('onUnhandledRejection', { reason })
    activity.report('unhandled rejection', reason)
  })

  const url = entry.url ?? `/${config.pages[0] ?? ''}`
  const entryOptions = () => ({
    ...parseUrl('', url),
    scene: entry.scene ?? RECENT,
    referrerInfo: {},
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
    entry: entryOptions,
    onTabPage: () => isTab(config, router.current()?.path),
    cover,
    adopt: realm.adopt,
  })

  activity.onError((error) => {
    const message =
      error instanceof Object && 'stack' in error ? String(error.stack) : String(error)
    app.call('onError', message)
    wechat.emit('onError', { message })
  })

  Object.assign(realm.globals, createTimers(activity), app.globals, {
    console: createConsole(lines),
    getCurrentPages: () => realm.adopt([]).concat(router.stack.map(({ face }) => face) as never[]),
    wx: wechat.wx,
  })

  const timed = (name: PerformanceEntry['name'], run: () => void) => {
    const startTime = clock.now()
    run()
    const entryType = name === 'evaluateScript' ? 'script' : 'navigation'
    wechat.measure({ entryType, name, startTime, duration: clock.now() - startTime, path: url })
  }
  const load = () => {
    activity.guard('app.js', () => modules.load('app.js'))
    if (config.codeLoading === 'required') return
    const inMain = (page: string) => !config.subPackages.some((root) => page.startsWith(root))
    config.pages.filter(inMain).forEach(space.define)
  }
  const enter = (event: 'onLaunch' | 'onShow') => app.call(event, entryOptions())

  return {
    config,
    router,
    activity,
    console: lines,
    traffic,
    launch: () =>
      timed('appLaunch', () => {
        timed('evaluateScript', load)
        enter('onLaunch')
        enter('onShow')
        activity.guard('launch', () => router.go('reLaunch', url))
      }),
    hide: () => {
      router.current()?.hide()
      app.call('onHide')
      wechat.emit('onAppHide', {})
    },
    show: () => {
      enter('onShow')
      wechat.emit('onAppShow', entryOptions())
      router.current()?.show()
    },
    tapTab: (index) => {
      const tab = config.tabs[index]
      if (tab === undefined) throw new Error(`The tab bar has no item ${index}.`)
      router.go('switchTab', `/${tab.pagePath}`)
      router.current()?.call('onTabItemTap', { index, ...tab })
    },
    close: () => {
      router.clear()
      activity.stop()
      forgetRejections()
    },
  }
}

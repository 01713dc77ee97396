import { createActivity, type Activity } from './activity'
import { readAppConfig, type AppConfig } from './app-config'
import { createAppInstance } from './app-instance'
import { createComponentSpace } from './component-space'
import { createConsole, createTimers, type ConsoleLine } from './logic-globals'
import { createModules } from './modules'
import { parseUrl } from './paths'
import type { Shell } from './ports'
import { createRouter, type Router } from './router'
import type { Clock } from '../../wx/clock'

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
  /** Launch options in WeChat's shape; they stay those of the last entry. */
  entryOptions(): Readonly<Record<string, unknown>>
  /** Runs `app.js` and opens the first page: onLaunch, onShow, then the page's own life cycle. */
  launch(): void
  hide(): void
  show(): void
  close(): void
}

/** What the wx face of the phone gets from the host. */
export interface HostSide {
  activity: Activity
  config: AppConfig
  router: Router
  entryOptions(): Readonly<Record<string, unknown>>
}

/**
 * Loads a bundle into a shell. `createWx` gives the global `wx`; it is called once, before any code of the bundle.
 * Life-cycle order: WeChat's guides "App" and "Page".
 */
export const createMiniProgram = (
  shell: Shell,
  clock: Clock,
  entry: Entry,
  createWx: (host: HostSide) => object,
): MiniProgram => {
  const { files, realm, framework, document } = shell
  const config = readAppConfig(files)
  const activity = createActivity(clock)
  const modules = createModules(files, realm, config.subPackages)
  const { environment, space } = createComponentSpace({ ...shell, config, modules, activity })
  const screen = new framework.glassEasel.CurrentWindowBackendContext()
  screen.render = (rendered) => void activity.after(0, 'render', () => rendered(null))
  const backend = environment.associateBackend(screen)
  const router = createRouter(config, { space, backend, realm, activity, document })
  const app = createAppInstance(realm, activity)
  const lines: ConsoleLine[] = []

  framework.glassEasel.globalOptions.throwGlobalError = false
  framework.glassEasel.addGlobalErrorListener((error, method) => {
    activity.report(method ?? 'component', error)
    return false
  })

  const url = entry.url ?? `/${config.pages[0] ?? ''}`
  const entryOptions = () => ({
    ...parseUrl('', url),
    scene: entry.scene ?? 1001,
    referrerInfo: {},
  })

  Object.assign(realm.globals, createTimers(activity), app.globals, {
    console: createConsole(lines),
    getCurrentPages: () => realm.adopt([]).concat(router.stack.map(({ face }) => face) as never[]),
    wx: createWx({ activity, config, router, entryOptions }),
  })

  const launch = () => {
    activity.guard('app.js', () => modules.load('app.js'))
    if (config.codeLoading === 'eager') {
      const inMain = (page: string) => !config.subPackages.some((root) => page.startsWith(root))
      config.pages.filter(inMain).forEach(space.define)
    }
    app.call('onLaunch', entryOptions())
    app.call('onShow', entryOptions())
    activity.guard('launch', () => router.go('reLaunch', url))
  }

  return {
    config,
    router,
    activity,
    console: lines,
    entryOptions,
    launch,
    hide: () => {
      router.current()?.hide()
      app.call('onHide')
    },
    show: () => {
      app.call('onShow', entryOptions())
      router.current()?.show()
    },
    close: () => {
      router.clear()
      activity.stop()
    },
  }
}

import type { Device } from '../../../wx/phone/device'
import type { Clock } from '../../../wx/phone/clock'
import type { PerformanceEntry } from '../../../wx/phone/performance'
import type { Activity } from '../logic/activity'
import { isIndependent, type AppConfig } from './app-config'
import type { AppInstance } from '../logic/app-instance'
import type { Entry, WechatSide } from '../ports'
import type { Modules } from '../logic/modules'
import { parseUrl } from '../view/paths'
import type { ViewLayer } from '../view/view-layer'

/** What `onLaunch` and `onShow` get. */
type LaunchOptions = Pick<
  WechatMiniprogram.LaunchOptionsApp,
  'path' | 'query' | 'scene' | 'apiCategory' | 'forwardMaterials'
> & { referrerInfo: object }

/** The life cycle of an app. */
export interface Life {
  /** Launch options in WeChat's shape. */
  entry: () => LaunchOptions
  /** Runs `app.js` and opens the first page: onLaunch, onShow, then the page's own life cycle. */
  launch: () => void
  /** Sends the app to the background: the page's `onHide`, then the app's. */
  hide: () => void
  /** Brings the app to the foreground: its `onShow`, then the page's. */
  show: () => void
  /** The colour scheme of the phone has changed. */
  themeChanged: (theme: Device['theme']) => void
  /**
   * Taps an item of the tab bar, by its place from 0 or by the path of its page: the page changes, then its
   * `onTabItemTap` is called. Throws where there is no such item.
   */
  tapTab: (tab: number | string) => void
}

type Route = WechatMiniprogram.OnAppRouteListenerResult

/** Scene of the list of recent mini-programs. */
const RECENT = 1001

/** Creates the life of an app in WeChat's order (guides "App" and "Page"). `wechat` is a function, since WeChat is created later. */
export const createLife = (parts: {
  entry: Entry
  clock: Clock
  config: AppConfig
  modules: Modules
  viewLayer: ViewLayer
  activity: Activity
  app: AppInstance
  wechat: () => WechatSide
}): Life => {
  const { clock, config, modules, activity, app, wechat } = parts
  const { router, space } = parts.viewLayer
  const url = parts.entry.url ?? `/${config.pages[0] ?? ''}`
  const entry = (): LaunchOptions => ({
    ...parseUrl('', url),
    scene: parts.entry.scene ?? RECENT,
    apiCategory: 'default',
    forwardMaterials: [],
    referrerInfo: {},
  })

  const timed = (name: PerformanceEntry['name'], run: () => void) => {
    const startTime = clock.now()
    run()
    const entryType = name === 'evaluateScript' ? 'script' : 'navigation'
    wechat().measure({ entryType, name, startTime, duration: clock.now() - startTime, path: url })
  }
  let mainPackage: 'absent' | 'loaded' = 'absent'
  const load = () => {
    mainPackage = 'loaded'
    activity.guard('app.js', () => modules.load('app.js'))
    if (config.codeLoading === 'required') return
    const inMain = (page: string) => !config.subPackages.some((root) => page.startsWith(root))
    config.pages.filter(inMain).forEach(space.define)
  }
  const openFirstPage = () => {
    const { path, query } = entry()
    if (config.pages.includes(path)) {
      activity.guard('launch', () => router.go('reLaunch', url))
      return
    }
    const missing = { path, query, isEntryPage: true }
    app.call('onPageNotFound', missing)
    wechat().emit('onPageNotFound', missing)
  }

  const startApp = () => {
    timed('evaluateScript', load)
    app.call('onLaunch', entry())
    app.call('onShow', entry())
  }
  router.connect({
    // An independent sub-package starts alone; the first page of another brings the app.
    opening: (path) => {
      if (mainPackage === 'absent' && !isIndependent(config, path)) startApp()
    },
    showing: () => wechat().pageShown(),
    route: ({ moment, id, openType, path, query, number = 0 }) => {
      const when = { routeEventId: String(id), timeStamp: clock.now() }
      const event = { openType, path, query, ...when, webviewId: number }
      if (moment === 'done') {
        wechat().emit('onAppRouteDone', event)
        return
      }
      // Without `pipMode`: no video has a small window here.
      const route = { ...event, notFound: false, page: {}, renderer: 'webview' } as Route
      wechat().emit(moment === 'before' ? 'onBeforeAppRoute' : 'onAppRoute', route)
    },
  })

  return {
    entry,
    launch: () =>
      timed('appLaunch', () => {
        if (!isIndependent(config, entry().path)) startApp()
        openFirstPage()
      }),
    hide: () => {
      router.current()?.hide()
      app.call('onHide')
      wechat().emit('onAppHide', { reason: 0 })
      wechat().background.hidden()
    },
    show: () => {
      wechat().background.shown()
      app.call('onShow', entry())
      wechat().emit('onAppShow', entry())
      router.current()?.show()
    },
    themeChanged: (theme) => {
      if (config.theme === 'light') return
      app.call('onThemeChange', { theme })
      wechat().emit('onThemeChange', { theme })
    },
    tapTab: (wanted) => {
      const index =
        typeof wanted === 'number'
          ? wanted
          : config.tabs.findIndex(({ pagePath }) => pagePath === wanted)
      const tab = config.tabs[index]
      if (tab === undefined) throw new Error(`The tab bar has no item ${wanted}.`)
      router.go('switchTab', `/${tab.pagePath}`)
      router.current()?.call('onTabItemTap', { index, ...tab })
    },
  }
}

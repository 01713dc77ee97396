import type { Element } from 'glass-easel'
import { hasDarkMode, themeOf } from '../../wx/phone/device'
import type { PhonePorts } from '../../wx/ports'
import { refusesPicture } from '../core/view/images'
import { isTab, readJson } from '../core/app/app-config'
import type { ConsoleLine } from '../core/logic/globals'
import { createPhone } from '../core/phone'
import { readError, readSentence, type AppError } from './app-errors'
import { barsOf, windowOf, type Bars } from './bars'
import { listenToControlEvents } from './elements/control-events'
import { defineElements } from './elements/define'
import { createFindings } from './findings'
import { jsonIn } from './json-in'
import { createBrowserShell, type BundleText } from './shell'
import { showBackground } from './page-background'
import { pathOfPicture } from './pictures'
import { listenToScrolling } from './scrolling'
import { createStyleSheets, type StyleSheet, type Theme } from './style-sheets'
import { listenToInput, showValues } from './touch'

/** What one frame runs, and on which phone. */
export interface FrameOptions {
  bundle: BundleText & {
    styles: readonly StyleSheet[]
    /** What is wrong with the stylesheets, one sentence each. */
    styleFaults: readonly string[]
  }
  ports: PhonePorts
  /** Route with query to enter by; the entry page when left out. */
  url: string | undefined
  /** Whether the app hears the letters that an input method composes, or the finished words. */
  typing: 'words' | 'keys'
  /** The address of a picture or another file that is not on the phone. */
  pictureUrl: (src: string) => string
  /** Called when a nickname is being typed, with what puts one in; with undefined when no longer. */
  onNickname: (fill: ((nickname: string) => void) | undefined) => void
  /** Called when `view()` may return something new. */
  onChange: () => void
}

/** What there is to see of a running mini-program from outside its pages. */
export interface FrameView {
  /** The title in app.json: how the mini-program is called where it asks. */
  name: string
  path: string
  url: string
  bars: Bars
  onTab: boolean
  /** The first page of app.json. */
  isHome: boolean
  canGoBack: boolean
  /** Whether WeChat's menu offers to share the page. */
  canShare: boolean
  /** What the app did not catch and what could not be read, oldest first. */
  errors: readonly AppError[]
  /** What the app wrote to its console, oldest first. */
  console: readonly ConsoleLine[]
  /** What WeChat's Audits panel would find fault with, one sentence each. */
  findings: readonly string[]
}

/** A mini-program running in this window. */
export interface Frame {
  view: () => FrameView
  back: () => void
  /** Shares the page by WeChat's menu. */
  share: () => void
  tapTab: (index: number) => void
  pullDown: () => void
  hide: () => void
  show: () => void
  setTheme: (theme: Theme) => void
  /** A value the app's logic layer has put on its global object, such as a development build's timeline. */
  global: (name: string) => unknown
  /** Ends the mini-program and cancels what it has under way. */
  close: () => void
}

/** An address that shows nothing. */
const NO_PICTURE = 'data:,'

/** Launches a mini-program in this window, whose document it fills. Once per window; a relaunch takes a new one. */
export const openFrame = (options: FrameOptions): Frame => {
  const { bundle, ports, onChange } = options
  const shell = createBrowserShell(bundle, options.pictureUrl)
  const entry = options.url === undefined ? {} : { url: options.url }
  const phone = createPhone(shell, ports, entry, {}, () => undefined)
  const { program, interactions, controls, wechat } = phone
  const findings = createFindings(document, phone.app.audit, ports.device.pixelRatio)
  const sheets = createStyleSheets(document, bundle.styles)
  const theme = () => (program.config.theme === 'light' ? 'light' : themeOf(ports.device))

  const styleErrors = bundle.styleFaults.map((sentence) => readSentence('style', sentence))
  const refuses = refusesPicture(ports.device, ports.registration)
  const pictureUrl = (src: string, page: string) => {
    const file = wechat.file(src)
    if (file === undefined) {
      return refuses(src) ? NO_PICTURE : options.pictureUrl(pathOfPicture(src, page))
    }
    return URL.createObjectURL(new Blob([file.bytes], { type: file.type }))
  }
  const paint = () => {
    document.body.style.background = view().bars.background
  }
  const view = (): FrameView => {
    const page = program.router.current()
    const path = page?.path ?? ''
    const query = Object.entries(page?.query ?? {}).map(([key, value]) => `${key}=${value}`)
    return {
      name: barsOf(program.config.raw, {}, {}).navigation.title,
      path,
      url: query.length === 0 ? `/${path}` : `/${path}?${query.join('&')}`,
      bars: barsOf(program.config.raw, jsonIn(shell.files, `${path}.json`), {
        ...(jsonIn(shell.files, 'theme.json')[theme()] ?? {}),
      }),
      onTab: isTab(program.config, path),
      isHome: path === program.config.pages[0],
      canGoBack: program.router.stack.length > 1,
      canShare: wechat.canShare(),
      errors: [...styleErrors, ...program.activity.errors.map(readError)],
      console: program.console,
      findings: findings.list(),
    }
  }

  /** A page that reaches the bottom of the screen has the home indicator over it; above a tab bar it has not. */
  const showInsets = () => {
    const { onTab, bars } = view()
    const barBelow = onTab && bars.tabs.drawnBy === 'wechat'
    const bottom = barBelow ? 0 : ports.device.screen.safeBottom
    document.documentElement.style.setProperty('--safe-area-inset-bottom', `${bottom}px`)
  }
  const fillWith = (input: Element) => (nickname: string) =>
    interactions.keyboard.edit(input, nickname)
  defineElements(pictureUrl)
  const { composing } = listenToInput(document, phone, options.typing, (input) =>
    options.onNickname(input === undefined ? undefined : fillWith(input)),
  )
  listenToScrolling(document, {
    scrollView: interactions.scrolled,
    page: program.router.current,
    reachBottomAt: ({ path }) =>
      windowOf(program.config.raw, jsonIn(shell.files, `${path}.json`))['onReachBottomDistance'],
  })
  let due = false
  const changed = () => {
    if (due) return
    due = true
    queueMicrotask(() => {
      due = false
      sheets.show(theme(), program.router.current()?.styles())
      showBackground(program.router.current()?.container)
      showInsets()
      showValues(document, controls, composing())
      findings.look()
      onChange()
    })
  }
  program.activity.watch(changed)
  listenToControlEvents(document, (_component, { kind }) => {
    if (kind === 'loaded') changed()
  })
  program.activity.guard('theme.json', () =>
    readJson('theme.json', shell.files.read('theme.json') ?? '{}'),
  )
  paint()
  phone.launch()
  changed()

  const act = (run: () => void) => () => {
    program.activity.guard('host', run)
    changed()
  }
  return {
    view,
    back: act(() => program.router.back(1)),
    share: act(() => void wechat.share({ from: 'menu' })),
    tapTab: (index) => act(() => program.tapTab(index))(),
    pullDown: act(() => program.router.current()?.call('onPullDownRefresh')),
    hide: act(program.hide),
    show: act(program.show),
    setTheme: (chosen) => {
      if (!hasDarkMode(ports.device)) return
      paint()
      program.themeChanged(chosen)
      changed()
    },
    global: (name) => shell.realm.globals[name],
    close: phone.app.close,
  }
}

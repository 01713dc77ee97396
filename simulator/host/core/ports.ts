import type * as GlassEasel from 'glass-easel'
import type * as Adapter from 'glass-easel-miniprogram-adapter'
import type { AppEvents } from '../../wx/app/app-events'
import type { Background } from '../../wx/network/background'
import type { PerformanceEntry } from '../../wx/phone/performance'

/** How the mini-program is entered: what `onLaunch` and `onShow` get. */
export interface Entry {
  /** Route with query; the entry page of `app.json` when left out. */
  url?: string
  /** WeChat's scene number; 1001, the list of recent mini-programs, when left out. */
  scene?: number
}

/** What the host reports to the WeChat it runs under. */
export interface WechatSide {
  wx: object
  background: Pick<Background, 'hidden' | 'shown'>
  emit: <Name extends keyof AppEvents>(event: Name, result: AppEvents[Name]) => void
  measure: (entry: PerformanceEntry) => void
  /** Another page is on screen. */
  pageShown: () => void
}

/** The files of a built mini-program, by path from its root, with `/` separators. */
export interface Files {
  read: (path: string) => string | undefined
  /** The bytes of a file as it was written; without it, those of its text. */
  bytes?: (path: string) => Uint8Array | undefined
  /** The paths of all files. */
  list: () => readonly string[]
}

/** WeChat's open-source component framework, loaded in the realm the bundle runs in. */
export interface Framework {
  glassEasel: typeof GlassEasel
  adapter: typeof Adapter
}

/** Templates by path without suffix: what glass-easel's template compiler generates. */
export type Templates = Readonly<
  Record<string, GlassEasel.template.ComponentTemplate['content'] | undefined>
>

/** The compiled WXML and WXS of a bundle. */
export interface CompiledTemplates {
  /** An expression over the WXS runtime that returns the templates by path. */
  code: string
  /** What the compiler could not read: sentences with file, line and column. */
  faults: readonly string[]
}

/**
 * Where the logic layer runs. WeChat's has the language and nothing else: no window, document, process,
 * fetch or URL (build and runtime, "load the logic in a bare vm context").
 */
export interface Realm {
  /** The global object that the bundle sees. */
  readonly globals: Record<string, unknown>
  /** Runs a file as the body of a function with the named parameters and returns what it returns. */
  run: (source: string, fileName: string, scope: Readonly<Record<string, unknown>>) => unknown
  /** Copies plain data into the realm, as WeChat's bridge does, so that `constructor === Object` holds there. */
  adopt: <T>(value: T) => T
}

/** What the core needs from the shell it runs in: Node for tests, a browser for the preview. */
export interface Shell {
  files: Files
  templates: CompiledTemplates
  realm: Realm
  framework: Framework
  document: Document
  /** Whether that document moves a cursor between its fields by itself, as that of a browser does. */
  hasCursor: boolean
  /** Makes an element of that document; the name has a hyphen in it. */
  createElement: (name: string) => HTMLElement
  /** Reports every rejected promise of the realm that nothing handled; returns the way to stop listening. */
  onUnhandledRejection: (
    listener: (reason: unknown, promise: Promise<unknown>) => void,
  ) => () => void
}

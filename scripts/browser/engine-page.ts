import type { Page } from 'puppeteer-core'

/**
 * What the browser tests use of a browser. Puppeteer's classes have it for Chromium and Firefox; for WebKit, which
 * puppeteer does not drive, `webkit/` has it over WebDriver. Every member means what it means in puppeteer.
 */
export interface EngineBrowser {
  createBrowserContext: () => Promise<EngineContext>
  newPage: () => Promise<EnginePage>
  close: () => Promise<void>
}

/** Pages that share cookies and storage with no other context. */
interface EngineContext {
  newPage: () => Promise<EnginePage>
  close: () => Promise<void>
}

/** A document: of a page, or of a frame on it. */
export interface EngineFrame {
  evaluate: Page['evaluate']
  waitForFunction: Page['waitForFunction']
  $eval: Page['$eval']
  $: (selector: string) => Promise<EngineElement | null>
  waitForSelector: (
    selector: string,
    options?: { visible?: boolean; hidden?: boolean },
  ) => Promise<EngineElement | null>
  click: (selector: string) => Promise<void>
  type: (selector: string, text: string) => Promise<void>
  focus: (selector: string) => Promise<void>
  select: (selector: string, ...values: string[]) => Promise<string[]>
}

export interface EnginePage extends EngineFrame {
  readonly keyboard: {
    press: (key: 'ArrowDown' | 'ArrowRight' | 'Enter' | 'Escape' | 'Home' | 'Tab') => Promise<void>
    type: (text: string) => Promise<void>
  }
  readonly mouse: { click: (x: number, y: number) => Promise<void> }
  goto: (url: string) => Promise<unknown>
  reload: () => Promise<unknown>
  goBack: () => Promise<unknown>
  /** The address at the last command. */
  url: () => string
  setViewport: (size: { width: number; height: number }) => Promise<void>
  setDefaultTimeout: (ms: number) => void
  on: (event: 'pageerror', hear: (error: unknown) => void) => unknown
  close: () => Promise<void>
}

export interface EngineElement {
  click: () => Promise<void>
  focus: () => Promise<void>
  type: (text: string) => Promise<void>
  evaluate: <Result>(run: (node: Element) => Result) => Promise<Awaited<Result>>
  contentFrame: () => Promise<EngineFrame | null>
  clickablePoint: () => Promise<{ x: number; y: number }>
}

import { launch, type Browser } from 'puppeteer-core'
import { findProgram, type Engine } from './find-program'

/** Nothing of a browser's own may reach the network or ask questions. */
const CHROMIUM_FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // The same picture on every machine.
  '--force-color-profile=srgb',
  '--font-render-hinting=none',
  // Puppeteer clicks where an element was: what moves on a busy machine is missed. WebKit waits (webkit/frame.ts).
  '--force-prefers-reduced-motion',
]

/** The same for Firefox. */
const FIREFOX_PREFERENCES = { 'ui.prefersReducedMotion': 1 }

/** Starts a headless browser that puppeteer drives with a fresh profile; throws a sentence when there is none. */
export const openBrowser = (engine: Exclude<Engine, 'webkit'>): Promise<Browser> =>
  launch({
    browser: engine === 'firefox' ? 'firefox' : 'chrome',
    executablePath: findProgram(engine),
    headless: true,
    args: engine === 'chromium' ? CHROMIUM_FLAGS : [],
    extraPrefsFirefox: FIREFOX_PREFERENCES,
  })

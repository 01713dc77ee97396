import type { PreviewChoices as Settings } from '../../simulator/index'
import type { EnginePage } from './engine-page'

/** Where the page on screen is, from the document around the phone. */
const SHOWN = '[data-page]:not([hidden])'
const PATIENCE_MS = 20_000

/** The preview in a browser, in the hands of a person. Ids in the phone are the ids of the WXML. */
export interface PreviewPage<Page extends EnginePage = EnginePage> {
  readonly page: Page
  /** Opens the preview with these settings and waits until the mini-program runs. */
  open: (settings: Partial<Settings>) => Promise<void>
  /** Waits until the element is on the page in the phone and holds the text. */
  see: (id: string, text?: string) => Promise<void>
  /** Waits until something on the page in the phone has this class, for states that have no words of their own. */
  seeClass: (name: string) => Promise<void>
  /** Waits until the element no longer holds just this text. */
  seeChange: (id: string, before: string) => Promise<void>
  /** Brings an element in the phone into view. */
  show: (id: string) => Promise<void>
  /** The text of an element in the phone. */
  read: (id: string) => Promise<string>
  /** Waits until the page in the phone has this route. */
  at: (route: string) => Promise<void>
  /** Taps an element in the phone with the mouse, as soon as it is there and nothing lies over it. */
  tap: (id: string) => Promise<void>
  /** Types into an input in the phone, by keyboard. */
  type: (id: string, text: string) => Promise<void>
  /** Clicks a button of the panel, of WeChat's bars or of a popup, as soon as it is there and nothing lies over it. */
  click: (id: string) => Promise<void>
  /** Waits until the popup is there, or has gone. */
  popup: (state: 'open' | 'gone') => Promise<void>
  text: (id: string) => Promise<string>
  /** The errors the bundle did not catch, as the panel counts them. */
  errors: () => Promise<number>
}

const base: Partial<Settings> = {
  answering: 'ask',
  network: 'online',
  verdict: 'pass',
  account: 'verified',
  library: '3.10.0',
  device: 'iphone-15',
  theme: 'light',
  language: 'zh',
}

/** Puts hands on a page of the browser. */
export const createPreviewPage = <Page extends EnginePage>(
  page: Page,
  previewUrl: string,
): PreviewPage<Page> => {
  page.setDefaultTimeout(PATIENCE_MS)

  const inPhone = (selector: string, text: string) =>
    page.waitForFunction(
      (wanted: string, words: string) => {
        const phone = document.querySelector<HTMLIFrameElement>('iframe.webview')
        const found = phone?.contentDocument?.querySelector(wanted)
        return found?.textContent?.includes(words) === true
      },
      {},
      selector,
      text,
    )
  const selectorOf = (id: string) => `${SHOWN} [id="${id}"]`

  /**
   * The middle of an element, in pixels of the browser's window: the phone may be drawn smaller than it is.
   * From now on the phone's document remembers whether a click met the element.
   */
  const aimAt = (selector: string) =>
    page.evaluate((wanted: string) => {
      const phone = document.querySelector<HTMLIFrameElement>('iframe.webview')
      const node = phone?.contentDocument?.querySelector(wanted)
      if (!phone || !node) throw new Error(`${wanted} has left the phone.`)
      node.scrollIntoView({ block: 'center', behavior: 'instant' })
      delete phone.dataset['met']
      phone.contentDocument?.addEventListener(
        'click',
        ({ target }) => {
          phone.dataset['met'] = String(node.contains(target as Node))
        },
        { capture: true, once: true },
      )
      const outer = phone.getBoundingClientRect()
      const scale = outer.width / phone.offsetWidth
      const inner = node.getBoundingClientRect()
      return {
        x: outer.left + (inner.left + inner.width / 2) * scale,
        y: outer.top + (inner.top + inner.height / 2) * scale,
      }
    }, selector)

  /** Waits for an element of the document around the phone that no popup keeps from the person. */
  const uncovered = (selector: string) =>
    page
      .waitForFunction(
        (wanted: string) => document.querySelector(wanted)?.closest('[inert]') === null,
        {},
        selector,
      )
      .catch(async (error: unknown) => {
        const above = await page.$('#popup')
        const label = await above?.evaluate((popup) => popup.getAttribute('aria-label'))
        const why = label ? `“${label}” lies over it: answer that first.` : String(error)
        throw new Error(`Nothing can be clicked at ${selector}: ${why}`)
      })

  /** A page may move under the finger, or a popup come between; then it taps again, as a person would. */
  const tap = async (id: string): Promise<void> => {
    await inPhone(selectorOf(id), '')
    await uncovered('iframe.webview')
    const { x, y } = await aimAt(selectorOf(id))
    await page.mouse.click(x, y)
    const met = await page.evaluate(
      () => document.querySelector<HTMLIFrameElement>('iframe.webview')?.dataset['met'],
    )
    if (met !== 'true') await tap(id)
  }

  return {
    page,
    open: async (settings) => {
      const query = new URLSearchParams({ ...base, ...settings })
      await page.goto(`${previewUrl}/?${query}`)
      await page.waitForSelector('#bundle-status.running')
      await inPhone(SHOWN, '')
    },
    see: async (id, text = '') => void (await inPhone(selectorOf(id), text)),
    seeClass: async (name) => void (await inPhone(`${SHOWN} .${name}`, '')),
    seeChange: async (id, before) =>
      void (await page.waitForFunction(
        (wanted: string, words: string) => {
          const phone = document.querySelector<HTMLIFrameElement>('iframe.webview')
          return phone?.contentDocument?.querySelector(wanted)?.textContent !== words
        },
        {},
        selectorOf(id),
        before,
      )),
    show: async (id) => void (await aimAt(selectorOf(id))),
    read: (id) =>
      page.evaluate((wanted: string) => {
        const phone = document.querySelector<HTMLIFrameElement>('iframe.webview')
        return phone?.contentDocument?.querySelector(wanted)?.textContent ?? ''
      }, selectorOf(id)),
    at: async (route) => void (await inPhone(`[data-page="${route}"]:not([hidden])`, '')),
    tap,
    type: async (id, text) => {
      await tap(id)
      await page.keyboard.type(text)
    },
    click: async (id) => {
      await uncovered(`[id="${id}"]`)
      await page.evaluate((wanted) => document.getElementById(wanted)?.click(), id)
    },
    popup: async (state) =>
      void (await page.waitForSelector('#popup', { hidden: state === 'gone' })),
    text: (id) => page.$eval(`[id="${id}"]`, (node) => node.textContent ?? ''),
    errors: () =>
      page.evaluate(() => Number(document.querySelector('.count.bad')?.textContent ?? 0)),
  }
}

import type { EngineElement, EnginePage } from './engine-page'

const PATIENCE_MS = 20_000

/** The web build in a browser, in the hands of a person. */
export interface WebPage<Page extends EnginePage = EnginePage> {
  readonly page: Page
  /** Opens a page of the site, or the site. */
  open: (route?: string) => Promise<void>
  /** Waits until the element lies open to the mouse and holds the text: a page that leaves may have its twin. */
  see: (id: string, text?: string) => Promise<void>
  /** Waits until something has this class, for states that have no words of their own. */
  seeClass: (name: string) => Promise<void>
  press: (id: string) => Promise<void>
  type: (id: string, text: string) => Promise<void>
}

/** Puts hands on a page of the browser that shows the web build at `siteUrl`. */
export const createWebPage = <Page extends EnginePage>(
  page: Page,
  siteUrl: string,
): WebPage<Page> => {
  page.setDefaultTimeout(PATIENCE_MS)

  const find = async (id: string, text = ''): Promise<EngineElement> => {
    const found = await page.waitForFunction(
      (wanted: string, words: string) =>
        [...document.querySelectorAll(`[id="${wanted}"]`)].find((node) => {
          if (!node.checkVisibility() || node.textContent?.includes(words) !== true) return false
          node.scrollIntoView({ block: 'center', behavior: 'instant' })
          const { left, top, width, height } = node.getBoundingClientRect()
          const hit = document.elementFromPoint(left + width / 2, top + height / 2)
          return node.contains(hit)
        }),
      {},
      id,
      text,
    )
    return found as EngineElement
  }

  /** A page that is still arriving takes the focus with it, maybe halfway; then they type it anew, as a person would. */
  const type = async (id: string, text: string): Promise<void> => {
    const field = await find(id)
    await field.evaluate((node) => (node as HTMLInputElement).select())
    await field.type(text)
    const held = await field.evaluate((node) => (node as HTMLInputElement).value)
    if (held !== text) await type(id, text)
  }

  return {
    page,
    open: async (route = '') => void (await page.goto(`${siteUrl}/${route && `#/${route}`}`)),
    see: async (id, text) => void (await find(id, text)),
    seeClass: async (name) => void (await page.waitForSelector(`.${name}`)),
    press: async (id) => (await find(id)).click(),
    type,
  }
}

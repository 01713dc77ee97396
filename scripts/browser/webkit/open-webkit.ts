import type { EngineBrowser, EnginePage } from '../engine-page'
import { openDisplay } from './display'
import { openSession } from './open-session'
import { createPage } from './page'

/** WebKitGTK's MiniBrowser over WebDriver. Each page is a browser of its own: one of them holds one session. */
export const openWebkit = async (): Promise<EngineBrowser> => {
  const display = await openDisplay()
  const open = new Set<EnginePage>()

  const openPage = async (): Promise<EnginePage> => {
    const page = createPage(await openSession(display.name))
    const close = async () => {
      if (open.delete(counted)) await page.close()
    }
    const counted: EnginePage = { ...page, close }
    open.add(counted)
    return counted
  }
  const closeAll = async (pages: Iterable<EnginePage>) => {
    for (const page of pages) await page.close()
  }

  return {
    newPage: openPage,
    createBrowserContext: async () => {
      const pages: EnginePage[] = []
      const newPage = async () => {
        const page = await openPage()
        pages.push(page)
        return page
      }
      return { newPage, close: () => closeAll(pages) }
    },
    close: async () => {
      await closeAll([...open])
      display.close()
    },
  }
}

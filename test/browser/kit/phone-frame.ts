import type { EngineFrame, EnginePage } from '../../../scripts/browser/engine-page'

/** The document on the screen of the preview's phone. Throws when it shows none. */
export const phoneFrame = async (page: EnginePage): Promise<EngineFrame> => {
  const frame = await (await page.waitForSelector('iframe.webview'))?.contentFrame()
  if (!frame) throw new Error('The phone shows nothing.')
  return frame
}

/** Waits until the node of this id on the phone holds exactly this text; rejects after five seconds. */
export const showsText = (page: EnginePage, id: string, text: string) =>
  page.waitForFunction(
    (wanted: string, words: string) => {
      const phone = document.querySelector<HTMLIFrameElement>('iframe.webview')
      return phone?.contentDocument?.querySelector(`[id="${wanted}"]`)?.textContent === words
    },
    { timeout: 5000 },
    id,
    text,
  )

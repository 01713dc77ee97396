import { appendFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { EnginePage } from './engine-page'

/**
 * Changes the styles of the bundle in `folder`, as the end of a build does, and waits until the preview in `page`
 * shows a page with them. `mark` is a class name not used before. Returns the milliseconds between.
 */
export const measureReload = async (
  page: EnginePage,
  folder: string,
  mark: string,
): Promise<number> => {
  await appendFile(join(folder, 'app.wxss'), `\n.${mark} { color: inherit }\n`)
  const written = performance.now()
  await page.waitForFunction(
    (wanted: string) => {
      const phone = document.querySelector<HTMLIFrameElement>('iframe.webview')?.contentDocument
      const styles = [...(phone?.querySelectorAll('style') ?? [])]
      const isNew = styles.some(({ textContent }) => textContent?.includes(wanted))
      return isNew && (phone?.querySelector('wx-page')?.textContent ?? '') !== ''
    },
    {},
    mark,
  )
  return Math.round(performance.now() - written)
}

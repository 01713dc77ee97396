import type { EnginePage } from '../../../scripts/browser/engine-page'
import { ENGINES } from '../../../scripts/browser/find-program'
import { foreignPreviews } from '../../../test/browser/kit/foreign-preview'
import { filesOf, installedLibraries } from '../libraries'
import { libraryPages, SCRIPT, type LibraryPage } from './library-pages'

const sourcesOf = ({ library, using, template }: LibraryPage) => {
  const found = installedLibraries().find(({ name }) => name === library)
  if (found === undefined) throw new Error(`${library} is not one of the libraries.`)
  const files = [...filesOf(found)].map(([path, read]) => [path, read()] as const)
  return {
    ...Object.fromEntries(files),
    'app.json': '{"pages":["pages/a"]}',
    'app.js': 'App({})',
    'pages/a.js': SCRIPT,
    'pages/a.json': JSON.stringify({ usingComponents: using }),
    'pages/a.wxml': template,
  }
}

/** Clicks the first element in the phone that the selector finds and waits for what the page then says. */
const click = async (page: EnginePage, selector: string, said: string) => {
  await page.waitForFunction(
    (wanted: string) => {
      const phone = document.querySelector<HTMLIFrameElement>('iframe.webview')
      return phone?.contentDocument?.querySelector(wanted) !== null
    },
    {},
    selector,
  )
  await page.evaluate((wanted: string) => {
    const phone = document.querySelector<HTMLIFrameElement>('iframe.webview')
    phone?.contentDocument?.querySelector<HTMLElement>(wanted)?.click()
  }, selector)
  await page
    .waitForFunction(
      (words: string) => {
        const phone = document.querySelector<HTMLIFrameElement>('iframe.webview')
        return phone?.contentDocument?.querySelector('[id="said"]')?.textContent === words
      },
      { timeout: 5000 },
      said,
    )
    .catch(() => undefined)
  return page.evaluate(() => {
    const phone = document.querySelector<HTMLIFrameElement>('iframe.webview')
    return phone?.contentDocument?.querySelector('[id="said"]')?.textContent ?? ''
  })
}

describe.each(ENGINES)('pages of component libraries in %s', (engine) => {
  const { folderWith, preview } = foreignPreviews(engine)

  it.each(libraryPages)(
    'a page of $library opens and is tapped without an error',
    async (given) => {
      await preview(await folderWith(sourcesOf(given)), async (page) => {
        const heard: string[] = []
        for (const [selector, said] of given.taps) heard.push(await click(page, selector, said))
        expect(heard).toEqual(given.taps.map(([, said]) => said))
        expect(await page.$('#app-errors')).toBeNull()
      })
    },
  )
})

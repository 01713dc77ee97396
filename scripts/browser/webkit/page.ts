import type { EnginePage } from '../engine-page'
import { inPlace, run, type Place } from './document'
import { createFrame } from './frame'
import { KEYS, typeAtFocus } from './keyboard'
import type { Session } from './open-session'

/**
 * Makes the document in the window as large as asked, by what the window has around it. A window of MiniBrowser is
 * never narrower than its toolbar, about 450 pixels.
 */
const resize = async (place: Place, size: { width: number; height: number }): Promise<void> => {
  const around = await run<{ width: number; height: number }>(
    place,
    '() => ({ width: outerWidth - innerWidth, height: outerHeight - innerHeight })',
  )
  const width = size.width + around.width
  const height = size.height + around.height
  await place.driver.manage().window().setRect({ x: 0, y: 0, width, height })
}

/** The window of a session as a page of the tests. */
export const createPage = ({ driver, close }: Session): EnginePage => {
  const patience = { ms: 30_000 }
  const heard: ((error: unknown) => void)[] = []
  let address = 'about:blank'
  const place: Place = {
    driver,
    hear: ({ errors, href }) => {
      address = href
      for (const error of errors) heard.forEach((hear) => hear(error))
    },
  }
  const frame = createFrame(place, patience)

  /** Does something that may lead elsewhere, and looks where it led. */
  const go = async (act: () => Promise<unknown>) => {
    await inPlace(place, act)
    await run(place, '() => undefined')
  }

  return {
    ...frame,
    keyboard: {
      press: (key) => inPlace(place, () => typeAtFocus(driver, KEYS[key])),
      type: (text) => inPlace(place, () => typeAtFocus(driver, text)),
    },
    mouse: {
      click: (x, y) => inPlace(place, () => driver.actions().move({ x, y }).click().perform()),
    },
    goto: (url) => go(() => driver.get(url)),
    reload: () => go(() => driver.navigate().refresh()),
    goBack: () => go(() => driver.navigate().back()),
    url: () => address,
    setViewport: (size) => resize(place, size),
    setDefaultTimeout: (ms) => void (patience.ms = ms),
    on: (_event, hear) => heard.push(hear),
    close,
  }
}

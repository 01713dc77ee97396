import type { Browser } from 'puppeteer-core'
import { ensureTestBundle, TEST_BUNDLE } from './build/test-bundle'
import { startDeskWorld } from './browser/desk-world'
import { openBrowser } from './browser/open-browser'
import { gallery, type Scene } from './shots/gallery'
import { takeShot, variants, type Variant } from './shots/take'

const FOLDER = '.cache/shots'

const print = (line: string) => void process.stdout.write(`${line}\n`)

/** Who is seen in the pictures; one scene each, so that none has met the app before. */
const PEOPLE = [
  ...['alice', 'Lin', 'Mei', 'Chen', 'Wang', 'Yan', 'Rui', 'Hao', 'Jing', 'Bo', 'Xia', 'Tao'],
  ...['Ning', 'Kai', 'Lan', 'Min', 'Qing', 'Shan', 'Wei', 'Yu', 'Zhen', 'Fang', 'Lei', 'Nan'],
]

const personOf = (index: number) => PEOPLE[index] ?? `Lin ${index}`

/** Plays the scenes in one light and language, in a world of their own; gives a sentence for each that failed. */
const takeAll = async (browser: Browser, scenes: readonly Scene[], variant: Variant) => {
  const world = await startDeskWorld(TEST_BUNDLE)
  const failures: string[] = []
  try {
    for (const [index, scene] of scenes.entries()) {
      const shot = { scene, variant, person: personOf(index) }
      await takeShot(browser, world.previewUrl, FOLDER, shot).then(print, (error: unknown) =>
        failures.push(
          `No picture of ${scene.name} (${variant.language}, ${variant.theme}): ${String(error)}`,
        ),
      )
    }
  } finally {
    await world.stop()
  }
  return failures
}

/** `npm run shots [-- part of a name]`: a picture of each screen in each state, in both lights and languages. */
const main = async (): Promise<void> => {
  const wanted = process.argv[2] ?? ''
  const scenes = gallery.filter(({ name }) => name.includes(wanted))
  const browser = await openBrowser('chromium')
  const failures: string[] = []
  try {
    await ensureTestBundle()
    for (const variant of variants) failures.push(...(await takeAll(browser, scenes, variant)))
  } finally {
    await browser.close()
  }
  print(`${scenes.length * variants.length - failures.length} pictures are in ${FOLDER}.`)
  for (const failure of failures) process.stderr.write(`${failure}\n`)
  if (failures.length > 0) process.exitCode = 1
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
})

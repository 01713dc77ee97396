import { readdir } from 'node:fs/promises'
import type { Browser } from 'puppeteer-core'
import { openBrowser } from './browser/open-browser'
import { prepareBuilds, type Builds } from './shots/builds'
import { gallery } from './shots/gallery'
import { personOf } from './shots/people'
import type { Scene } from './shots/scene'
import { variants, type Variant } from './shots/take'
import { startShotWorld } from './shots/world'

const FOLDER = '.cache/shots'

const print = (line: string) => void process.stdout.write(`${line}\n`)

/** Plays the scenes in one light and language, in a world of their own; gives a sentence for each that failed. */
const takeAll = async (
  browser: Browser,
  builds: Builds,
  scenes: readonly Scene[],
  variant: Variant,
) => {
  const world = await startShotWorld(browser, builds, FOLDER)
  const failures: string[] = []
  try {
    for (const [index, scene] of scenes.entries()) {
      const name = `${scene.name} (${variant.language}, ${variant.theme})`
      await world.take(scene, variant, personOf(index)).then(
        () => print(name),
        (error: unknown) => failures.push(`No picture of ${name}: ${String(error)}`),
      )
    }
  } finally {
    await world.stop()
  }
  return failures
}

/** The scenes whose picture has all of these words in its name. */
const wantedIn = (variant: Variant, words: readonly string[]) =>
  gallery.filter(({ name }) =>
    words.every((word) => `${name}-${variant.language}-${variant.theme}`.includes(word)),
  )

/** `npm run shots [-- link zh-light]`: a picture of each screen in each state, in both lights and languages. */
const main = async (): Promise<void> => {
  const words = process.argv.slice(2)
  const startedAt = Date.now()
  const browser = await openBrowser('chromium')
  const failures: string[] = []
  let played = 0
  try {
    const builds = await prepareBuilds()
    try {
      for (const variant of variants) {
        const scenes = wantedIn(variant, words)
        played += scenes.length
        if (scenes.length === 0) continue
        failures.push(...(await takeAll(browser, builds, scenes, variant)))
      }
    } finally {
      await builds.remove()
    }
  } finally {
    await browser.close()
  }
  const seconds = Math.round((Date.now() - startedAt) / 1000)
  print(`${played - failures.length} of ${played} scenes played in ${seconds} s.`)
  print(`${(await readdir(FOLDER)).length} pictures are in ${FOLDER}.`)
  for (const failure of failures) process.stderr.write(`${failure}\n`)
  if (failures.length > 0) process.exitCode = 1
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
})

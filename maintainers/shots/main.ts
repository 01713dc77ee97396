import type { Browser } from 'puppeteer-core'
import { startPostgres } from '../../server/test/kit/postgres'
import { openBrowser } from '../../scripts/browser/open-browser'
import { runMain } from '../../scripts/code/run-main'
import { prepareBuilds } from './builds'
import { gallery } from './gallery'
import { personOf } from './people'
import type { Scene } from './scene'
import { variants, type Variant } from './take'
import { startShotWorld, type Props } from './world'

const FOLDER = '.cache/shots'

/** What is taken in one light and language. */
interface Take {
  variant: Variant
  scenes: readonly Scene[]
}

const print = (line: string) => void process.stdout.write(`${line}\n`)

/** Plays the scenes in one light and language, in a world of their own; returns a sentence for each that failed. */
const takeAll = async (browser: Browser, props: Props, { variant, scenes }: Take) => {
  const world = await startShotWorld(browser, props)
  const failures: string[] = []
  try {
    for (const [index, scene] of scenes.entries()) {
      const name = `${scene.name} (${variant.language}, ${variant.theme})`
      await world.take(scene, variant, personOf(index)).then(
        () => print(name),
        (error: unknown) => failures.push(`${name}: ${String(error)}`),
      )
    }
  } finally {
    await world.stop()
  }
  return failures
}

/** Takes one after the other, in a browser of their own: of two pages in one browser only one has the focus. */
const takeLane = async (props: Props, takes: readonly Take[]): Promise<string[]> => {
  const browser = await openBrowser('chromium')
  const failures: string[] = []
  try {
    for (const take of takes) failures.push(...(await takeAll(browser, props, take)))
  } finally {
    await browser.close()
  }
  return failures
}

/** The scenes whose picture has all of these words in its name, light by light. */
const takesOf = (language: Variant['language'], words: readonly string[]): Take[] =>
  variants
    .filter((variant) => variant.language === language)
    .map((variant) => ({
      variant,
      scenes: gallery.filter(({ name }) =>
        words.every((word) => `${name}-${language}-${variant.theme}`.includes(word)),
      ),
    }))
    .filter(({ scenes }) => scenes.length > 0)

/** Lends what all worlds share, and clears it away however the play ends. */
const withProps = async <Result>(play: (props: Props) => Promise<Result>): Promise<Result> => {
  const builds = await prepareBuilds()
  const postgres = await startPostgres()
  const { createDatabase } = postgres
  try {
    return await play({ builds, createDatabase, folder: FOLDER })
  } finally {
    await postgres.stop()
    await builds.remove()
  }
}

/** `npm run shots [-- link zh-light]`: a picture of each screen in each state, in both lights and languages. */
const main = async (): Promise<void> => {
  const startedAt = Date.now()
  const words = process.argv.slice(2)
  const lanes = [takesOf('zh', words), takesOf('en', words)].filter((takes) => takes.length > 0)
  if (lanes.length === 0) {
    throw new Error(`No picture has all of these in its name: ${words.join(' ')}`)
  }
  const missing = await withProps(async (props) =>
    (await Promise.all(lanes.map((takes) => takeLane(props, takes)))).flat(),
  )
  const played = lanes.flat().reduce((sum, { scenes }) => sum + scenes.length, 0)
  const seconds = Math.round((Date.now() - startedAt) / 1000)
  print(`${played - missing.length} of ${played} scenes played in ${seconds} s: see ${FOLDER}.`)
  for (const failure of missing) process.stderr.write(`${failure}\n`)
  if (missing.length > 0) process.exitCode = 1
}

runMain(main)

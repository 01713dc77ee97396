import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { EngineBrowser, EnginePage } from '../../../scripts/browser/engine-page'
import type { Engine } from '../../../scripts/browser/find-program'
import { openEngine } from '../../../scripts/browser/open-engine'
import {
  startPreview,
  startSimulator,
  type PreviewChoices,
  type Simulator,
} from '../../../simulator/index'

const CHOICES = { person: 'alice', library: '3.10.0', language: 'en' } as const

/** Writes these files (content by path) into a folder. */
export const write = async (bundleDir: string, files: Readonly<Record<string, string>>) => {
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(bundleDir, path)), { recursive: true })
    await writeFile(join(bundleDir, path), text)
  }
}

/** The files of a mini-program of one page. */
export const onePage = (script: string, template = '<text id="t">{{t}}</text>') => ({
  'app.json': '{"pages":["pages/a"]}',
  'app.js': 'App({})',
  'pages/a.js': script,
  'pages/a.wxml': template,
})

export const shownOn = (page: EnginePage, id: string) =>
  page.$eval(`[id="${id}"]`, (node) => (node as HTMLElement).innerText)

/** For the tests of one `describe`: previews of mini-programs of other people in one browser. */
export const foreignPreviews = (engine: Engine) => {
  let simulator: Simulator
  let folder: string
  let browser: EngineBrowser

  beforeAll(async () => {
    simulator = await startSimulator({ port: 0 })
    folder = await mkdtemp(join(tmpdir(), 'foreign-'))
    browser = await openEngine(engine)
  })
  afterAll(async () => {
    await browser?.close()
    await simulator?.close()
    await rm(folder, { recursive: true, force: true })
  })

  return {
    simulatorUrl: () => simulator.url,
    /** A new folder with these files. */
    folderWith: async (files: Readonly<Record<string, string>>) => {
      const made = await mkdtemp(join(folder, 'app-'))
      await write(made, files)
      return made
    },
    /** Opens the preview of a folder, plays, and closes it however the play ends. */
    preview: async (
      bundleDir: string,
      play: (page: EnginePage) => Promise<void>,
      choices: Partial<PreviewChoices> = {},
    ) => {
      const { url, close } = await startPreview({ port: 0, bundleDir, simulatorUrl: simulator.url })
      const page = await browser.newPage()
      await page.setViewport({ width: 1440, height: 1000 })
      try {
        await page.goto(`${url}/?${new URLSearchParams({ ...CHOICES, ...choices })}`)
        await page.waitForSelector('#bundle-status:not(.loading)')
        await play(page)
      } finally {
        await page.close()
        await close()
      }
    },
  }
}

import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { promisify } from 'node:util'
import { findProgram } from '../../scripts/browser/find-program'
import { startPreviewWorld } from '../../scripts/browser/preview-world'
import { startStaticSite } from '../../scripts/browser/static-site'
import { ensureTestSite, TEST_SITE } from '../../scripts/build/test-bundle'
import { runMain } from '../../scripts/code/run-main'
import { PAGES } from '../../src/features/navigation/routes'

const PROGRAM = 'maintainers/lighthouse/node_modules/.bin/lighthouse'
const FLAGS = ['--quiet', '--output=json', '--chrome-flags=--headless=new --no-sandbox']
const LARGEST_REPORT = 64 * 1024 * 1024

/** What a page must reach, by the name of Lighthouse's category. */
const WANTED = { performance: 0.95, accessibility: 1, 'best-practices': 1, seo: 1 } as const

/** Pages a guest can land on. */
const ROUTES = [PAGES.home, PAGES.notes, PAGES.signIn, PAGES.register, PAGES.privacy]

interface Report {
  /** How fast the machine was: about 1000 and more when it is quiet. Below, the performance is the machine's. */
  environment: { benchmarkIndex: number }
  categories: Readonly<
    Record<keyof typeof WANTED, { score: number; auditRefs: readonly { id: string }[] }>
  >
  audits: Readonly<Record<string, { title: string; score: number | null; displayValue?: string }>>
}

const print = (line: string) => void process.stdout.write(`${line}\n`)

/** Loads a page as a phone on a slow network would. */
const judge = async (url: string): Promise<Report> => {
  const env = { ...process.env, CHROME_PATH: findProgram('chromium') }
  const options = { env, maxBuffer: LARGEST_REPORT }
  const { stdout } = await promisify(execFile)(PROGRAM, [url, ...FLAGS], options)
  return JSON.parse(stdout) as Report
}

/** A sentence for each category that is below what is wanted, with the audits that cost it. */
const faultsOf = (route: string, { categories, audits }: Report): string[] =>
  (Object.keys(WANTED) as (keyof typeof WANTED)[])
    .filter((name) => categories[name].score < WANTED[name])
    .map((name) => {
      const costly = categories[name].auditRefs
        .map(({ id }) => audits[id])
        .filter((audit) => audit !== undefined && audit.score !== null && audit.score < 0.9)
        .map((audit) => `${audit?.title} ${audit?.displayValue ?? ''}`.trim())
      return `${route} ${name} ${categories[name].score}: ${costly.join('; ')}`
    })

/** `npm run lighthouse`: the web build, served compressed beside a backend, page by page. */
const main = async (): Promise<void> => {
  if (!existsSync(PROGRAM)) throw new Error('Run npm install in maintainers/lighthouse first.')
  await ensureTestSite()
  const world = await startPreviewWorld(TEST_SITE)
  const settings = { builtFor: 'http://127.0.0.1:8787', backend: world.serverUrl }
  const site = await startStaticSite(TEST_SITE, settings)
  const faults: string[] = []
  try {
    for (const route of ROUTES) {
      const report = await judge(`${site.url}/#/${route}`)
      const scores = Object.entries(report.categories).map(
        ([name, { score }]) => `${name} ${score}`,
      )
      const speed = Math.round(report.environment.benchmarkIndex)
      print(`${route}: ${scores.join(', ')} (speed of this machine ${speed})`)
      faults.push(...faultsOf(route, report))
    }
  } finally {
    await site.close()
    await world.stop()
  }
  for (const fault of faults) process.stderr.write(`${fault}\n`)
  if (faults.length > 0) process.exitCode = 1
}

runMain(main)

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { copyTemplate, run } from '../matrix/project'

const MADE = [
  ['page', 'orders', '--title', '订单'],
  ['page', 'orders/detail'],
  ['tab', 'shop', '--before', 'me', '--title', '商店'],
  ['feature', 'tea-time', '--on', 'me'],
  ['module', 'tea-orders'],
]

/** What has to pass unchanged; the bundle's tests build it, with the new tab in the middle. */
const CHECKS = [
  ['npm', 'run', 'check:types'],
  ['npm', 'run', 'check:lint'],
  ['npm', 'run', 'check:unused'],
  ['npm', 'run', 'check:format'],
  ['npx', 'jest', 'test/unit', 'server/test/modules', 'server/test/holdings.test.ts', 'test/e2e'],
]

const say = (line: string) => void process.stdout.write(`${line}\n`)

/** Runs one step of the gate; prints how it ended, and what it printed when it failed. */
const passes = (folder: string, step: readonly string[]): boolean => {
  const started = Date.now()
  const took = () => `${Math.round((Date.now() - started) / 1000)} s`
  try {
    run(folder, step)
    say(`${step.join(' ')}: passed (${took()})`)
    return true
  } catch (error) {
    say(`${step.join(' ')}: FAILED (${took()})`)
    say(error instanceof Error ? error.message : String(error))
    return false
  }
}

/** `npm run generators`: makes one of each in a copy of this repository, and runs the gate there. Takes minutes. */
const main = () => {
  const home = mkdtempSync(join(tmpdir(), 'generators-'))
  const folder = join(home, 'project')
  try {
    copyTemplate(process.cwd(), folder)
    for (const made of MADE) run(folder, ['npm', 'run', '--silent', 'new', '--', ...made])
    const red = CHECKS.filter((step) => !passes(folder, step))
    say(`${MADE.length} made, ${red.length} of ${CHECKS.length} steps red.`)
    process.exitCode = red.length === 0 ? 0 : 1
  } finally {
    rmSync(home, { recursive: true, force: true })
  }
}

main()

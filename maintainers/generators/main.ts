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

/** `npm run generators`: makes one of each in a copy of this repository, and runs its checks. Takes minutes. */
const main = () => {
  const home = mkdtempSync(join(tmpdir(), 'generators-'))
  const folder = join(home, 'project')
  try {
    copyTemplate(process.cwd(), folder)
    for (const made of MADE) run(folder, ['npm', 'run', '--silent', 'new', '--', ...made])
    for (const step of CHECKS) {
      const started = Date.now()
      run(folder, step)
      say(`${step.join(' ')}: passed (${Math.round((Date.now() - started) / 1000)} s)`)
    }
  } finally {
    rmSync(home, { recursive: true, force: true })
  }
}

main()

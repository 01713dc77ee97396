import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { copyTemplate, createProject, run } from '../matrix/project'

const OF_THE_APP = [
  ['page', 'orders', '--title', '订单'],
  ['page', 'orders/detail'],
  ['tab', 'shop', '--before', 'me', '--title', '商店'],
  ['feature', 'tea-time', '--on', 'me'],
]
const MODULE = ['module', 'tea-orders']

const CHECKS = ['types', 'lint', 'unused', 'format'].map((name) => ['npm', 'run', `check:${name}`])

interface Place {
  readonly name: string
  readonly make: (folder: string) => void
  readonly made: readonly (readonly string[])[]
  /** What has to pass unchanged, after the checks. */
  readonly tests: readonly string[]
}

/** Where they are made: in the template, whose bundle's tests build it, and where setup took away whatever it can. */
const PLACES: readonly Place[] = [
  {
    name: 'the template',
    make: (folder) => copyTemplate(process.cwd(), folder),
    made: [...OF_THE_APP, MODULE],
    tests: [
      'test/unit',
      'server/test/modules',
      'server/test/accounts/deletion/holdings.test.ts',
      'test/e2e',
    ],
  },
  {
    name: 'a project that kept nothing',
    make: (folder) => createProject(process.cwd(), folder, { name: 'nothing', keep: [] }),
    made: OF_THE_APP,
    tests: ['test/unit'],
  },
  {
    name: 'a project that kept the server',
    make: (folder) => createProject(process.cwd(), folder, { name: 'server', keep: ['server'] }),
    made: [MODULE],
    tests: ['server/test/modules', 'server/test/accounts/deletion/holdings.test.ts'],
  },
]

const say = (line: string) => void process.stdout.write(`${line}\n`)

/** Runs one step; prints how it ended, and what it printed when it failed. */
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

/** Makes everything in a place, and returns how many steps fail there. */
const redIn = ({ name, make, made, tests }: Place, folder: string): number => {
  say(`In ${name}:`)
  make(folder)
  for (const one of made) run(folder, ['npm', 'run', '--silent', 'new', '--', ...one])
  return [...CHECKS, ['npx', 'jest', ...tests]].filter((step) => !passes(folder, step)).length
}

/** `npm run generators`: makes one of each in copies of this repository, and runs the checks there. Takes minutes. */
const main = () => {
  const only = process.argv[2] ?? ''
  const home = mkdtempSync(join(tmpdir(), 'generators-'))
  try {
    const folder = join(home, 'project')
    const places = PLACES.filter(({ name }) => name.includes(only))
    const red = places.reduce((sum, place) => sum + redIn(place, folder), 0)
    say(`${places.length} places, ${red} steps red.`)
    process.exitCode = red === 0 ? 0 : 1
  } finally {
    rmSync(home, { recursive: true, force: true })
  }
}

main()

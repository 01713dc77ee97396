import { mkdirSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { parseArgs } from 'node:util'
import { choicesWith, smallChoices, type Choice } from './choices'
import { createProject, projectFiles, writtenFiles, run } from './project'
import { rowsIn, type Row } from './results'

const DEFAULT_SEED = 2026
const DEFAULT_COUNT = 20
const TEMPLATE = process.cwd()

const say = (line: string) => void process.stdout.write(`${line}\n`)

const script = (name: string) => ['npm', 'run', '--silent', name]

/** What setup left as it was is linted, formatted and tested in the template; the documents' examples meet what is left. */
const quickly = (folder: string): void => {
  const written = writtenFiles(TEMPLATE, folder)
  const code = written.filter((path) => /\.(tsx?|m?js)$/.test(path))
  const tests = written.filter((path) => /^test\/(unit|scripts)\/.*\.test\.tsx?$/.test(path))
  run(folder, script('check:types'))
  run(folder, ['npx', 'eslint', '--no-warn-ignored', ...code])
  run(folder, script('check:unused'))
  run(folder, ['npx', 'prettier', '--check', '--ignore-unknown', ...written])
  run(folder, ['npx', 'jest', ...tests, 'test/scripts/'])
}

const tryChoice = (folder: string, choice: Choice, check: (folder: string) => void): Row => {
  const started = Date.now()
  let fault: string | undefined
  try {
    createProject(TEMPLATE, folder, choice)
    check(folder)
  } catch (error) {
    fault = error instanceof Error ? error.message : String(error)
  }
  const seconds = Math.round((Date.now() - started) / 1000)
  const row = { name: choice.name, files: projectFiles(folder).length, seconds }
  return fault === undefined ? row : { ...row, fault }
}

const lineOf = ({ name, files, seconds, fault }: Row) =>
  `| ${name} | ${files} | ${seconds} s | ${fault === undefined ? 'green' : 'RED'} |`

/**
 * `npm run matrix`: creates projects of the template with every feature left out alone, with all, with none, and with
 * random choices, each in a temporary folder, and runs the checks of each. What passed is not tried again until the
 * template changes. `--small`: two small ones. `--quick`: types and unused code, and lint, format and quick tests of
 * what setup wrote, instead of all checks. `--only WORDS`: projects whose name holds them.
 */
const main = () => {
  const { values } = parseArgs({
    options: {
      seed: { type: 'string' },
      random: { type: 'string' },
      only: { type: 'string' },
      small: { type: 'boolean' },
      quick: { type: 'boolean' },
    },
  })
  const isQuick = values.quick === true
  const all = choicesWith(
    Number(values.seed ?? DEFAULT_SEED),
    Number(values.random ?? DEFAULT_COUNT),
  )
  const choices = (values.small === true ? smallChoices : all).filter(({ name }) =>
    name.includes(values.only ?? ''),
  )
  const home = join(tmpdir(), `matrix-${basename(TEMPLATE)}`)
  mkdirSync(home, { recursive: true })
  const rows = rowsIn(join(home, 'rows.json'), TEMPLATE, isQuick ? 'quick' : 'whole')
  const check = isQuick ? quickly : (folder: string) => run(folder, script('validate'))
  let red = 0
  say('| project | files | took | checks |\n| --- | --- | --- | --- |')
  for (const choice of choices) {
    const row = rows.find(choice.name) ?? tryChoice(join(home, 'project'), choice, check)
    rows.keep(row)
    say(lineOf(row))
    if (row.fault === undefined) continue
    red += 1
    writeFileSync(join(home, `${choice.name.replaceAll(/\W+/g, '-')}.txt`), row.fault)
    process.stderr.write(`${row.fault.slice(0, 4000)}\n`)
  }
  say(`${choices.length} projects, ${red} red.`)
  process.exitCode = red === 0 ? 0 : 1
}

main()

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { choicesWith, smallChoices, type Choice } from './choices'
import { countFiles, createProject, run } from './project'

const DEFAULT_SEED = 2026
const DEFAULT_COUNT = 20
const CHECKS = {
  quick: ['check:types', 'check:lint', 'check:unused', 'check:format'],
  whole: ['validate'],
}

interface Row {
  readonly choice: Choice
  readonly files: number
  readonly seconds: number
  readonly fault: string | undefined
}

const say = (line: string) => void process.stdout.write(`${line}\n`)

const tryChoice = (folder: string, choice: Choice, scripts: readonly string[]): Row => {
  const started = Date.now()
  let fault: string | undefined
  try {
    createProject(process.cwd(), folder, choice)
    for (const script of scripts) run(folder, [script])
  } catch (error) {
    fault = error instanceof Error ? error.message : String(error)
  }
  const seconds = Math.round((Date.now() - started) / 1000)
  return { choice, files: countFiles(folder), seconds, fault }
}

const lineOf = ({ choice, files, seconds, fault }: Row) =>
  `| ${choice.name} | ${files} | ${seconds} s | ${fault === undefined ? 'green' : 'RED'} |`

/**
 * `npm run matrix`: creates projects of the template with every feature left out alone, with all, with none, and with
 * random choices, each in a temporary folder, and runs the gate of each. `--small`: two small ones. `--quick`: types,
 * lint, unused code and format instead of the whole gate. `--from N`: begins at the Nth.
 */
const main = () => {
  const { values } = parseArgs({
    options: {
      seed: { type: 'string' },
      random: { type: 'string' },
      from: { type: 'string' },
      small: { type: 'boolean' },
      quick: { type: 'boolean' },
    },
  })
  const all = choicesWith(
    Number(values.seed ?? DEFAULT_SEED),
    Number(values.random ?? DEFAULT_COUNT),
  )
  const choices = values.small === true ? smallChoices : all.slice(Number(values.from ?? 1) - 1)
  const scripts = values.quick === true ? CHECKS.quick : CHECKS.whole
  const home = mkdtempSync(join(tmpdir(), 'matrix-'))
  say('| project | files | took | gate |\n| --- | --- | --- | --- |')
  for (const [at, choice] of choices.entries()) {
    const row = tryChoice(join(home, 'project'), choice, scripts)
    say(lineOf(row))
    if (row.fault === undefined) continue
    process.exitCode = 1
    writeFileSync(join(home, `fault-${at + 1}.txt`), row.fault)
    process.stderr.write(`${row.fault.slice(0, 4000)}\n`)
  }
  rmSync(join(home, 'project'), { recursive: true, force: true })
}

main()

import { existsSync } from 'node:fs'
import type { Answers } from './answers/answers'
import { DEFAULTS, readAnswers } from './answers/read-answers'
import { readJson } from '../code/read-json'
import { readRecord } from './answers/read-record'
import { readArguments, USAGE, type Source } from './arguments'
import { createProject } from './create'
import { gitState, registerNewFiles, type GitState } from './git'
import { RECORD, type Provenance } from './steps/record'
import { openTree } from '../code/tree'
import { verify } from './verify'
import { nextSteps } from './words'

const ROOT = process.cwd()

const say = (line: string) => void process.stdout.write(`${line}\n`)

/** What to make, of which version, and when: undefined when the person stops at a question. */
interface Plan {
  readonly answers: Answers
  readonly provenance: Provenance
}

const today = () => new Date().toISOString().slice(0, 10)

const answersFrom = async (source: Exclude<Source, { kind: 'record' }>) => {
  if (source.kind === 'defaults') return DEFAULTS
  if (source.kind === 'questions') {
    if (!process.stdin.isTTY) {
      throw new Error(`There is no terminal to ask on: pass --answers or --yes.\n${USAGE}`)
    }
    // Only questions need the library that asks them: a project that is made anew by an upgrade may not have it.
    const { ask } = await import('./answers/ask')
    return ask()
  }
  const read = readAnswers(readJson(source.path))
  if ('faults' in read) throw new Error(read.faults.join('\n'))
  return read.answers
}

const planFrom = async (source: Source, git: GitState): Promise<Plan | undefined> => {
  const { version } = readJson('package.json') as { version: string }
  if (source.kind === 'record') {
    const read = readRecord(readJson(source.path))
    if ('faults' in read) throw new Error(read.faults.join('\n'))
    const { answers, date, created } = read
    return { answers, provenance: { version, commit: source.commit, date, created } }
  }
  const answers = await answersFrom(source)
  if (answers === undefined) return undefined
  const commit = git.kind === 'clean' ? git.commit : undefined
  return { answers, provenance: { version, commit, date: today(), created: version } }
}

const requireClean = (git: GitState): void => {
  if (git.kind !== 'dirty') return
  if (git.files.includes(RECORD)) {
    throw new Error(`An earlier setup was interrupted: ${git.undo} undoes it.`)
  }
  const some = git.files.slice(0, 5).join(', ')
  throw new Error(
    `Commit or put away your changes first, so that one git command can undo setup: ${some}${git.files.length > 5 ? ', …' : ''}.`,
  )
}

/** What holds of the project's files at this moment, for the end of an error. */
let state = 'Nothing was changed.'

const main = async (): Promise<void> => {
  const { source, check } = readArguments(process.argv.slice(2))
  const git = gitState(ROOT, source.kind === 'file' ? source.path : undefined)
  requireClean(git)
  const tree = openTree(ROOT)
  if (tree.has(RECORD)) throw new Error(`This project is set up already: see ${RECORD}.`)
  const plan = await planFrom(source, git)
  if (plan === undefined) return
  const { answers, provenance } = plan
  say('Rewriting …')
  const notes = await createProject(tree, answers, provenance, ROOT)
  const isNew = tree.changed().filter((path) => !tree.wasThere(path))
  if (git.kind === 'clean') registerNewFiles(ROOT, isNew)
  // Ctrl-C waits for the last file: nothing could undo half of them in a copy without git.
  process.once('SIGINT', () => {
    say(state)
    process.exit(130)
  })
  state =
    git.kind === 'none'
      ? 'Not every file was written: begin again with a fresh copy.'
      : `Not every file was written: ${git.undo} undoes it.`
  tree.apply()
  state = 'Everything is written, and was not checked to the end: npm run validate checks it.'
  say(`${tree.changed().length} files written, ${tree.removed().length} removed.`)
  const isGreen = check === 'nothing' || (await verify(ROOT, say))
  const left = (['server', 'simulator'] as const).filter(
    (name) => !answers.keep.includes(name) && existsSync(name),
  )
  for (const line of nextSteps(answers, git, notes, left)) say(line)
  if (isGreen) return
  say('\nNot every check passed: what failed is printed above.')
  process.exitCode = 1
}

main().catch((error: unknown) => {
  const isUsage =
    error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS')
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  if (isUsage) process.stderr.write(`${USAGE}\n`)
  process.stderr.write(`${state}\n`)
  process.exitCode = 1
})

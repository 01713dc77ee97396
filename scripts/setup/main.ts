import { readFileSync } from 'node:fs'
import type { Answers } from './answers/answers'
import { ask } from './answers/ask'
import { DEFAULTS, readAnswers } from './answers/read-answers'
import { readArguments, USAGE, type Source } from './arguments'
import { createProject } from './create'
import { addNewFiles, gitState, type GitState } from './git'
import { RECORD } from './steps/record'
import { openTree } from '../code/tree'
import { verify } from './verify'
import { nextSteps } from './words'

const ROOT = process.cwd()

const say = (line: string) => void process.stdout.write(`${line}\n`)

const readJson = (path: string): unknown => {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch (error) {
    throw new Error(`${path} is no file of JSON: ${error instanceof Error ? error.message : ''}`)
  }
}

const answersFrom = async (source: Source): Promise<Answers | undefined> => {
  if (source.kind === 'defaults') return DEFAULTS
  if (source.kind === 'questions') return ask()
  const read = readAnswers(readJson(source.path))
  if ('faults' in read) throw new Error(read.faults.join('\n'))
  return read.answers
}

const requireClean = (git: GitState): void => {
  if (git.kind !== 'dirty') return
  const some = git.files.slice(0, 5).join(', ')
  throw new Error(
    `Commit or put away your changes first, so that one git command can undo setup: ${some}${git.files.length > 5 ? ', …' : ''}.`,
  )
}

const main = async (): Promise<void> => {
  const { source, check } = readArguments(process.argv.slice(2))
  const tree = openTree(ROOT)
  if (tree.has(RECORD)) throw new Error(`This project is set up already: see ${RECORD}.`)
  const git = gitState(ROOT, source.kind === 'file' ? source.path : undefined)
  requireClean(git)
  const answers = await answersFrom(source)
  if (answers === undefined) return
  const { version } = readJson('package.json') as { version: string }
  const date = new Date().toISOString().slice(0, 10)
  const commit = git.kind === 'clean' ? git.commit : undefined
  say('Rewriting …')
  const notes = await createProject(tree, answers, { version, commit, date }, ROOT)
  const isNew = tree.changed().filter((path) => !tree.wasThere(path))
  tree.apply()
  if (git.kind === 'clean') addNewFiles(ROOT, isNew)
  say(`${tree.changed().length} files written, ${tree.removed().length} removed.`)
  const isGreen = check === 'nothing' || (await verify(ROOT, say))
  for (const line of nextSteps(answers, git, notes)) say(line)
  if (!isGreen) process.exitCode = 1
}

main().catch((error: unknown) => {
  const isUsage =
    error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS')
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  if (isUsage) process.stderr.write(`${USAGE}\n`)
  process.stderr.write('Nothing was changed.\n')
  process.exitCode = 1
})

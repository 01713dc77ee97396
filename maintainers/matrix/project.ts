import { spawnSync } from 'node:child_process'
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import type { Choice } from './choices'
import { linkPackages, MODULES } from './packages'
import { filesOf } from './results'

/** Signs that mean something to TypeScript, HTML, Markdown or a replacement are in the names: no file may break on them. */
const ANSWERS = {
  name: 'matrix-app',
  displayName: '矩阵\'"`\\/<b>&$& ${x} 😀',
  displayNameEn: 'Matrix\'s "`\\/<b>&$1 ${x} 😀',
  operator: { name: '矩阵\'"`\\<b>$&有限公司', contact: 'a@example.com', address: '杭州' },
  colour: '#1a73e8',
}

/** What stays for the next project: the packages, which are the same for each, and what builds have kept. */
const STAYS = [MODULES, '.cache']

const clear = (folder: string): void => {
  mkdirSync(folder, { recursive: true })
  for (const name of readdirSync(folder)) {
    if (!STAYS.includes(name)) rmSync(join(folder, name), { recursive: true, force: true })
  }
  // What the type checker remembered of one project it has reported of the next, which did not have the fault.
  rmSync(join(folder, '.cache/types'), { recursive: true, force: true })
}

/** Copies the template as it is committed or about to be, with its packages and without its history. */
export const copyTemplate = (template: string, folder: string): void => {
  clear(folder)
  for (const path of filesOf(template)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    cpSync(join(template, path), join(folder, path))
  }
  linkPackages(template, folder)
}

/** Copies the template and sets it up. Throws what setup printed. */
export const createProject = (template: string, folder: string, { keep }: Choice): void => {
  copyTemplate(template, folder)
  const answers = join(dirname(folder), 'answers.json')
  // A project without the server asks a backend elsewhere.
  const backend = keep.includes('server') ? 'own' : 'https://api.tea.example'
  writeFileSync(answers, JSON.stringify({ ...ANSWERS, backend, keep }))
  run(folder, ['npm', 'run', '--silent', 'setup', '--', '--answers', answers, '--no-verify'])
}

/** Runs a command in a project; throws what it printed when it fails. */
export const run = (folder: string, [command = '', ...args]: readonly string[]): void => {
  const outcome = spawnSync(command, args, {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  })
  if (outcome.status === 0) return
  throw new Error(`${[command, ...args].join(' ')}\n${outcome.stdout}${outcome.stderr}`)
}

/** A project's files, without what is installed or built. */
export const projectFiles = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .filter((path) => !/(^|\/)(node_modules|\.cache|dist)\//.test(path))

/** The files that setup has written anew: those that differ from the template's. */
export const writtenFiles = (template: string, folder: string): string[] =>
  projectFiles(folder).filter((path) => {
    const before = join(template, path)
    return !existsSync(before) || !readFileSync(before).equals(readFileSync(join(folder, path)))
  })

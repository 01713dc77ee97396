import { execFileSync, spawnSync } from 'node:child_process'
import {
  cpSync,
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import type { Choice } from './choices'

/** node_modules without a second copy of its bytes: folders are made, files are hard links, links stay links. */
const linkTree = (from: string, to: string): void => {
  mkdirSync(to, { recursive: true })
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)]
    if (entry.isDirectory()) linkTree(source, target)
    else if (entry.isSymbolicLink()) cpSync(source, target, { verbatimSymlinks: true })
    else linkSync(source, target)
  }
}

const ANSWERS = {
  name: 'matrix-app',
  displayName: '矩阵',
  displayNameEn: 'Matrix',
  operator: { name: '矩阵有限公司', contact: 'a@example.com', address: '杭州' },
  colour: '#1a73e8',
}

/** Copies the template as it is committed or about to be, with its packages, and sets it up. Throws what setup printed. */
export const createProject = (template: string, folder: string, { keep }: Choice): void => {
  rmSync(folder, { recursive: true, force: true })
  const files = execFileSync('git', ['ls-files', '-co', '--exclude-standard', '-z'], {
    cwd: template,
    encoding: 'utf8',
  })
  for (const path of files
    .split('\0')
    .filter((it) => it !== '' && existsSync(join(template, it)))) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    cpSync(join(template, path), join(folder, path))
  }
  for (const modules of ['node_modules', 'server/node_modules', 'simulator/node_modules']) {
    const source = join(template, modules)
    if (existsSync(source)) linkTree(source, join(folder, modules))
  }
  const answers = join(dirname(folder), 'answers.json')
  writeFileSync(answers, JSON.stringify({ ...ANSWERS, keep }))
  run(folder, ['setup', '--', '--answers', answers, '--no-verify'])
}

/** Runs an npm script of a project; throws what it printed when it fails. */
export const run = (folder: string, script: readonly string[]): void => {
  const outcome = spawnSync('npm', ['run', '--silent', ...script], {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  })
  if (outcome.status !== 0) {
    throw new Error(`npm run ${script.join(' ')}\n${outcome.stdout}${outcome.stderr}`)
  }
}

/** How many files a project has, without what is installed or built. */
export const countFiles = (folder: string): number =>
  readdirSync(folder, { recursive: true, withFileTypes: true }).filter(
    (entry) =>
      entry.isFile() &&
      !/(^|\/)(node_modules|\.cache|dist)(\/|$)/.test(entry.parentPath.slice(folder.length)),
  ).length

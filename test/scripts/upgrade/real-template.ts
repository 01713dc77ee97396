import { execFileSync, spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { openTree } from '../../../scripts/code/tree'
import { projectOf } from '../kit/project'
import { repositoryIn, type Repository } from './repository'

/** This repository's files, committed in a repository of its own. */
export const templateCopy = (): Repository => {
  const root = projectOf({})
  // A copy without history has no git to ask.
  for (const path of openTree('.').paths()) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    cpSync(path, join(root, path))
  }
  const repository = repositoryIn(root)
  repository.git('init', '--quiet', '--initial-branch=main')
  repository.commit('This version')
  return repository
}

/** Sets up a clone of a template with these answers and commits it; packages are linked, not installed. */
export const projectFrom = (template: Repository, answers: object): Repository => {
  const root = join(projectOf({}), 'project')
  execFileSync('git', ['clone', '--quiet', template.root, root])
  symlinkSync(resolve('node_modules'), join(root, 'node_modules'))
  writeFileSync(join(root, '.git/info/exclude'), '/node_modules\n')
  const file = join(root, '../answers.json')
  writeFileSync(file, JSON.stringify(answers))
  const made = spawnSync(
    process.execPath,
    ['--import', 'tsx', 'scripts/setup/main.ts', '--answers', file, '--no-verify'],
    { cwd: root, encoding: 'utf8' },
  )
  if (made.status !== 0) throw new Error(made.stderr)
  const project = repositoryIn(root)
  project.commit('Make it ours')
  return project
}

import { onBranch } from '../../../scripts/upgrade/branch'
import { takeIn, type TakenIn } from '../../../scripts/upgrade/merge'
import { commitBoth } from '../../../scripts/upgrade/trees'
import { projectOf } from '../kit/project'
import type { Files, Repository } from './repository'

/** What comes of a merge that leaves nothing to decide. */
export const WHOLE: TakenIn = { conflicts: [], stayRemoved: [], followed: [] }

/** Takes what the template changed into a project, onto the branch `taken-in`; what came of it. */
export const merged = (project: Repository, before: Files, after: Files): TakenIn => {
  const commit = commitBoth(project.root, projectOf(before), projectOf(after), 'Take in')
  if (commit === undefined) throw new Error('The template did not change.')
  return onBranch(project.root, 'taken-in', () => takeIn(project.root, commit))
}

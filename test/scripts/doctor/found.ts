import type { Project } from '../../../scripts/doctor/project'
import { examine } from '../../../scripts/doctor/report'
import { projectWith } from './project'

/** What is not in order, while developing and before an upload: check, level and sentence. */
export const found = async (
  changes: Partial<Project>,
  occasion: 'development' | 'upload' = 'upload',
) =>
  (await examine(projectWith(changes), occasion))
    .filter(({ level }) => level !== 'ok')
    .map(({ check, level, sentence, remedy = '' }) => `${check} ${level}: ${sentence} ${remedy}`)

import type { Answers } from './answers/answers'
import { remove } from './code/engine'
import { moveUsed } from './code/move'
import { leavingWith } from './leaving'
import { paint } from './steps/colour'
import { writeDocuments } from './steps/documents'
import { formatChanged } from '../code/format'
import { nameProject } from './steps/identity'
import { unlinkDocuments } from './steps/links'
import { fillLegalTexts } from './steps/legal'
import { pruneLock } from './steps/lock'
import { withoutLostPatterns } from './steps/patterns'
import { mentionedPackages, writePackage } from './steps/package'
import { RECORD, recordOf, type Origin } from './steps/record'
import { writeSettings } from './steps/settings'
import { simplifyGate } from './steps/gate'
import type { Tree } from '../code/tree'

/**
 * Makes a project of the template, in memory.
 * @param root where the template lies: for its settings of the formatter
 * @returns what a person should know about it, one sentence each
 */
export const createProject = async (
  tree: Tree,
  answers: Answers,
  origin: Origin,
  root: string,
): Promise<string[]> => {
  const leaving = leavingWith(new Set(answers.keep))
  const packages = mentionedPackages(tree)
  const notes = await paint(tree, answers.colour)
  nameProject(tree, answers)
  fillLegalTexts(tree, answers, origin.date)
  writeSettings(tree, answers.backend, Object.keys(leaving.settings))
  for (const move of leaving.moves) moveUsed(tree, move)
  remove(tree, leaving.removal)
  withoutLostPatterns(tree)
  simplifyGate(tree)
  writePackage(tree, answers, leaving, packages)
  pruneLock(tree)
  unlinkDocuments(tree)
  writeDocuments(tree, answers, origin)
  tree.write(RECORD, recordOf(answers, origin))
  await formatChanged(tree, root)
  return notes
}

import type { Answers } from './answers/answers'
import { remove } from './code/engine'
import { moveUsed } from './code/move'
import { leavingWith } from './leaving'
import { paint } from './steps/colour'
import { keepCitedDecisions } from './steps/decisions'
import { writeDocuments } from './steps/documents'
import { formatChanged } from '../code/format'
import { simplifyGuides } from './steps/guides'
import { nameProject } from './steps/identity'
import { simplifyDockerfile } from './steps/dockerfile'
import { withoutLostPointers } from './steps/pointers'
import { fillLegalTexts } from './steps/legal'
import { pruneLock } from './steps/lock'
import { simplifyIgnoreFiles } from './steps/ignore-files'
import { withoutLostPatterns } from './steps/patterns'
import { simplifyPrograms } from './steps/programs'
import { simplifyRenovate } from './steps/renovate'
import { mentionedPackages, scriptsOf, writePackage } from './steps/package'
import { rewriteSentences } from './steps/sentences'
import { RECORD, recordOf, type Provenance } from './steps/record'
import { writeSettings } from './steps/settings'
import { simplifyCi } from './steps/ci-script'
import type { Tree } from '../code/tree'

/**
 * Makes a project of the template, in memory.
 * @param root where the template lies: for its settings of the formatter
 * @returns what a person should know about it, one sentence each
 */
export const createProject = async (
  tree: Tree,
  answers: Answers,
  provenance: Provenance,
  root: string,
): Promise<string[]> => {
  const leaving = leavingWith(new Set(answers.keep))
  const packages = mentionedPackages(tree)
  const scripts = scriptsOf(tree)
  const notes = await paint(tree, answers.colour)
  nameProject(tree, answers)
  fillLegalTexts(tree, answers, provenance.date)
  writeSettings(tree, answers.backend, Object.keys(leaving.settings))
  rewriteSentences(tree, leaving.sentences)
  for (const move of leaving.moves) moveUsed(tree, move)
  remove(tree, leaving.removal)
  keepCitedDecisions(tree)
  withoutLostPatterns(tree)
  simplifyIgnoreFiles(tree)
  simplifyPrograms(tree)
  simplifyCi(tree)
  simplifyDockerfile(tree)
  writePackage(tree, answers, leaving, packages)
  pruneLock(tree)
  simplifyRenovate(tree)
  simplifyGuides(tree, leaving)
  withoutLostPointers(tree, scripts)
  writeDocuments(tree, answers, provenance)
  tree.write(RECORD, recordOf(answers, provenance))
  await formatChanged(tree, root)
  return notes
}

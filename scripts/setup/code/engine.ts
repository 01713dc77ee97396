import type { Tree } from '../../code/tree'
import { withoutAliases } from './aliases'
import { foldComponents, usagesOf } from './components'
import { foldFile } from './constants'
import { withoutDeclarations, withoutItems, withoutProperties } from './declarations'
import { applyEdits, parse, removeWhole } from '../../code/edits'
import { untilStable } from './until-stable'
import { emptyComponents } from './exports'
import { graphOf } from './graph'
import { withoutLostIds } from './lost-ids'
import { withoutLostParameters } from './lost-parameters'
import { withoutLostProps } from './lost-props'
import { lostStates } from './lost-state'
import { pruneExports, pruneFiles } from './prune'
import { takes, type Removal } from './removal'
import { goneNames, isDangling, knowledgeFor, ourCode, stateOf, type State } from './state'
import { hasCases, withoutAssignedSwitches, withoutCases, withoutEmptyGroups } from './test-units'
import { mentioned, withoutLostTexts } from './texts'
import { tidy } from './tidy'
import { unlinkFile, withoutUses } from './unlink'
import { withoutUnused } from './unused'
import ts from 'typescript'

const MOST_ROUNDS = 40

const isTestFile = (path: string) => /^(server\/)?test\/.*\.test\.tsx?$/.test(path)

const namesIn = (state: State, path: string) =>
  new Set(
    state.removal.declarations
      .filter((key) => key.startsWith(`${path}#`))
      .map((key) => key.slice(path.length + 1)),
  )

/** What the removal names by itself: files, declarations, properties, items, tests. */
const takeNamed = (state: State): void => {
  const { tree, removal } = state
  for (const path of tree.paths()) if (takes(removal, path)) tree.remove(path)
  const { titles, rows } = removal.tests
  for (const path of ourCode(tree)) {
    let text = withoutDeclarations(path, tree.read(path), namesIn(state, path))
    for (const { in: files, names } of removal.properties) {
      if (files.test(path)) text = withoutProperties(path, text, new Set(names))
    }
    for (const { in: files, words, level } of removal.items) {
      if (files.test(path)) {
        text = untilStable(text, (before) => withoutItems(path, before, words, level))
      }
    }
    if (isTestFile(path)) text = withoutCases(path, text, titles, new Set(rows))
    if (text !== tree.read(path)) tree.write(path, text)
  }
}

/** Imports of removed files for their effects only, such as style sheets. */
const withoutDanglingEffects = (state: State, path: string, text: string): string =>
  applyEdits(
    text,
    parse(path, text)
      .statements.filter(ts.isImportDeclaration)
      .filter(
        ({ importClause, moduleSpecifier }) =>
          importClause === undefined &&
          ts.isStringLiteral(moduleSpecifier) &&
          isDangling(state, path, moduleSpecifier.text),
      )
      .map(removeWhole),
  )

/** Whether this is the tag of an element with one of these ids. */
const isTagOf = (node: ts.Node, ids: readonly string[]): boolean => {
  const { parent } = node
  if (!ts.isJsxOpeningElement(parent) && !ts.isJsxSelfClosingElement(parent)) return false
  return (
    parent.tagName === node &&
    parent.attributes.properties.some(
      (it) =>
        ts.isJsxAttribute(it) &&
        it.name.getText() === 'id' &&
        it.initializer !== undefined &&
        ts.isStringLiteral(it.initializer) &&
        ids.includes(it.initializer.text),
    )
  )
}

const isGoneHere = (state: State, path: string) => (node: ts.Node) => {
  if (ts.isPropertyAccessExpression(node)) return state.removal.members.includes(node.getText())
  if (isTagOf(node, state.removal.elements)) return true
  const isPath = path.startsWith('test/') && ts.isStringLiteral(node) && node.text.startsWith('.')
  return isPath && !ts.isImportDeclaration(node.parent) && isDangling(state, path, node.text)
}

const followUp = (state: State, path: string): void => {
  const { tree } = state
  const before = tree.read(path)
  let text = withoutDanglingEffects(state, path, before)
  text = withoutUses(path, text, isGoneHere(state, path))
  const original = state.texts.get(path) ?? ''
  const names = new Set([...goneNames(state, path, text), ...namesIn(state, path)])
  if (text !== original) for (const name of lostStates(parse(path, text), original)) names.add(name)
  if (names.size > 0) {
    const unlinked = unlinkFile(path, text, names)
    text = unlinked.text
    for (const name of unlinked.exports) state.gone.add(`${path}#${name}`)
  }
  if (isTestFile(path)) text = withoutAssignedSwitches(path, text, state.fixed)
  const folded = foldFile(path, text, knowledgeFor(state, path, text))
  text = folded.text
  for (const [name, value] of folded.exports) state.exports.set(`${path}#${name}`, value)
  if (text !== original) {
    text = withoutAliases(path, withoutUnused(path, tidy(path, text, original)), original)
  }
  if (path.startsWith('src/')) {
    for (const name of emptyComponents(path, text)) state.gone.add(`${path}#${name}`)
  }
  if (isTestFile(path)) text = withoutEmptyGroups(path, text)
  if (isTestFile(path) && text !== original && !hasCases(path, text)) tree.remove(path)
  else if (text !== before) tree.write(path, text)
}

const shapeOf = ({ tree, gone, exports }: State) =>
  JSON.stringify([
    tree.paths().length,
    gone.size,
    exports.size,
    tree.changed().map((path) => tree.read(path)),
  ])

/**
 * Takes a removal out of a project, in memory, and follows up what depends on it until nothing changes: imports,
 * elements, branches, variables, files, exports, sentences and tests. Throws when that does not come to an end.
 */
export const remove = (tree: Tree, removal: Removal): void => {
  const state = stateOf(tree, removal)
  const said = mentioned(tree, state.before.production)
  const used = usagesOf(state)
  takeNamed(state)
  let shape = ''
  for (let round = 0; shape !== shapeOf(state); round++) {
    if (round === MOST_ROUNDS) throw new Error('The removal does not come to an end.')
    shape = shapeOf(state)
    foldComponents(state)
    withoutLostIds(state)
    for (const path of ourCode(tree)) followUp(state, path)
    withoutLostProps(state, used)
    withoutLostParameters(state)
    pruneFiles(state)
    pruneExports(state)
  }
  withoutLostTexts(tree, said, graphOf(tree, 'production'))
}

import ts from 'typescript'
import { applyEdits, eachNode, parse, removeItem, type Edit } from '../../code/edits'
import type { Tree } from '../../code/tree'
import { untilStable } from '../code/until-stable'

const SETTINGS_OF_TOOLS = /^(eslint\.[\w.]+|knip\.config|jest\.[\w.]*config)\.(mjs|ts)$/
const FIRST_SIGN = /[*?[({!<]/

/** The part of a pattern that is a plain path: whole, or up to the last slash before its first sign. */
export const plainPart = (pattern: string): string => {
  const at = pattern.search(FIRST_SIGN)
  if (at < 0) return pattern
  return pattern.slice(0, pattern.lastIndexOf('/', at) + 1)
}

const withoutFirst = (path: string, text: string, isLost: (item: string) => boolean): string => {
  const edits: Edit[] = []
  eachNode(parse(path, text), (node) => {
    const isItem = ts.isStringLiteral(node) && ts.isArrayLiteralExpression(node.parent)
    if (isItem && isLost(node.text)) edits.push(removeItem(node))
    return undefined
  })
  return applyEdits(text, edits.slice(0, 1))
}

/** Settings whose list has become empty, `ignore: []`, with the comments above them. */
const withoutEmptyLists = (path: string, text: string): string => {
  const edits: Edit[] = []
  eachNode(parse(path, text), (node) => {
    const list = ts.isPropertyAssignment(node) ? node.initializer : undefined
    const isEmpty = list && ts.isArrayLiteralExpression(list) && list.elements.length === 0
    if (isEmpty === true) edits.push(removeItem(node))
    return isEmpty
  })
  return applyEdits(text, edits.slice(0, 1))
}

/**
 * Takes patterns of files out of the settings of the tools where all that they matched has left, and lists that are
 * empty then. Patterns that never matched a file of the template, such as of build folders, stay.
 */
export const withoutLostPatterns = (tree: Tree): void => {
  const [removed, kept] = [tree.removed(), tree.paths()]
  const isLost = (pattern: string): boolean => {
    const plain = plainPart(pattern).replace(/^\.\//, '')
    const isIn = (path: string) => path.startsWith(plain)
    return plain.includes('/') && removed.some(isIn) && !kept.some(isIn)
  }
  for (const path of kept.filter((it) => SETTINGS_OF_TOOLS.test(it))) {
    const text = tree.read(path)
    // One at a time: of two neighbours, each would take the comma between them along.
    const next = untilStable(text, (it) => withoutFirst(path, it, isLost))
    if (next !== text) {
      tree.write(
        path,
        untilStable(next, (it) => withoutEmptyLists(path, it)),
      )
    }
  }
}

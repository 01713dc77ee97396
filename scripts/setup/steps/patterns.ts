import { posix } from 'node:path'
import ts from 'typescript'
import { applyEdits, eachNode, parse, removeItem, type Edit } from '../../code/edits'
import type { Tree } from '../../code/tree'
import { untilStable } from '../code/until-stable'

const SETTINGS_OF_TOOLS = /^(eslint\.[\w.]+|knip\.config|jest\.[\w.]*config)\.(mjs|ts)$/
const FIRST_SIGN = /[*?[({!<]/

/** The part of a pattern that is a plain path: whole, or up to the last slash before its first sign. */
const plainPart = (pattern: string): string => {
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

const IGNORE_FILES = ['.gitignore', '.prettierignore']

/** Lines of the files that name what tools ignore, without those in folders of the template that have left. */
const simplifyIgnoreFiles = (tree: Tree): void => {
  const isIn = (folder: string) => (path: string) => path.startsWith(folder)
  const isLost = (line: string) => {
    const folder = /^[\w-]+\/(?=.)/.exec(line)?.[0]
    return (
      folder !== undefined && tree.removed().some(isIn(folder)) && !tree.paths().some(isIn(folder))
    )
  }
  for (const path of IGNORE_FILES.filter((it) => tree.has(it))) {
    const lines = tree.read(path).split('\n')
    const stay = lines.filter((line) => !isLost(line))
    if (stay.length < lines.length) tree.write(path, stay.join('\n'))
  }
}

const KEYS = ['include', 'exclude'] as const

/** Folders and files that a program of TypeScript includes or leaves out, without those that have left. */
const simplifyPrograms = (tree: Tree): void => {
  for (const path of tree.paths().filter((it) => /(^|\/)tsconfig(\.\w+)?\.json$/.test(it))) {
    const isThere = (pattern: string): boolean => {
      const place = posix.join(posix.dirname(path), plainPart(pattern)).replace(/\/$/, '')
      const isIn = (it: string) => it === place || it.startsWith(`${place}/`)
      return !tree.removed().some(isIn) || tree.paths().some(isIn)
    }
    const settings = JSON.parse(tree.read(path)) as Record<string, string[]>
    let hasChanged = false
    for (const key of KEYS) {
      const patterns = settings[key] ?? []
      const kept = patterns.filter(isThere)
      if (kept.length === patterns.length) continue
      settings[key] = kept
      hasChanged = true
    }
    if (hasChanged) tree.write(path, `${JSON.stringify(settings, null, 2)}\n`)
  }
}

/**
 * Takes patterns of files out of the settings of the tools where all that they matched has left, and lists that are
 * empty then. Patterns that never matched a file of the template, such as of build folders, stay.
 */
export const withoutLostPatterns = (tree: Tree): void => {
  simplifyIgnoreFiles(tree)
  simplifyPrograms(tree)
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
    if (next !== text)
      tree.write(
        path,
        untilStable(next, (it) => withoutEmptyLists(path, it)),
      )
  }
}

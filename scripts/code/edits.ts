import ts from 'typescript'

/** Replaces the characters from `start` to before `end`. */
export interface Edit {
  readonly start: number
  readonly end: number
  readonly text: string
}

// Most files are asked for many times and never change: parsing them anew was two fifths of a setup.
const parsed = new Map<string, ts.SourceFile>()

/** Parses TypeScript, TSX or JavaScript; nodes know their parents. The same text of a path is parsed once. */
export const parse = (path: string, text: string): ts.SourceFile => {
  const known = parsed.get(path)
  if (known?.text === text) return known
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true)
  parsed.set(path, file)
  return file
}

/** Applies edits; of edits that overlap, the outermost is kept. */
export const applyEdits = (text: string, edits: readonly Edit[]): string => {
  const sorted = [...edits].sort((a, b) => a.start - b.start || b.end - a.end)
  let done = 0
  let result = ''
  for (const edit of sorted) {
    if (edit.start < done) continue
    result += text.slice(done, edit.start) + edit.text
    done = edit.end
  }
  return result + text.slice(done)
}

/** Visits a node (but not a file itself) and everything below it; `visit` returns true to go no deeper. */
export const eachNode = (node: ts.Node, visit: (node: ts.Node) => boolean | undefined): void => {
  if (!ts.isSourceFile(node) && visit(node) === true) return
  node.forEachChild((child) => eachNode(child, visit))
}

const isAmongJsx = ({ parent }: ts.Node) => ts.isJsxElement(parent) || ts.isJsxFragment(parent)

/**
 * Removes a statement or member with the comment above it, or a child of an element with its line. What stands at the
 * top of a file is about the file, and stays.
 */
export const removeWhole = (node: ts.Node): Edit => {
  const { text } = node.getSourceFile()
  const [from, end] = [node.getFullStart(), node.getEnd()]
  if (isAmongJsx(node)) return { start: text.slice(0, from).trimEnd().length, end, text: '' }
  return { start: from === 0 ? node.getStart() : from, end, text: '' }
}

/** Removes an item of a list with its comma: an element, a property, a specifier. */
export const removeItem = (node: ts.Node): Edit => {
  const text = node.getSourceFile().text
  const after = /^\s*,/.exec(text.slice(node.getEnd()))
  if (after !== null) {
    return { start: node.getFullStart(), end: node.getEnd() + after[0].length, text: '' }
  }
  const before = /,\s*$/.exec(text.slice(0, node.getFullStart()))
  const start = node.getFullStart() - (before?.[0].length ?? 0)
  return { start, end: node.getEnd(), text: '' }
}

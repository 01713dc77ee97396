import ts from 'typescript'

/** A text in a file, and the line it begins in, from 1. */
export interface Prose {
  line: number
  text: string
}

/** The tree of a file of TypeScript or JavaScript. */
export const parse = (file: string, text: string): ts.SourceFile => {
  const kind = /x(?:\.txt)?$/.test(file) ? ts.ScriptKind.TSX : ts.ScriptKind.TS
  return ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true, kind)
}

/** The nodes of a tree, from the root down, those of its tokens among them. */
export const nodesIn = (source: ts.SourceFile): ts.Node[] => {
  const found: ts.Node[] = []
  const visit = (node: ts.Node): void => {
    found.push(node)
    for (const child of node.getChildren(source)) visit(child)
  }
  visit(source)
  return found
}

/** The line of a place in a file, from 1. */
export const lineOf = (source: ts.SourceFile, at: number): number =>
  source.getLineAndCharacterOfPosition(at).line + 1

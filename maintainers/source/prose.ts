import ts from 'typescript'

/** A comment or the title of a test, and the line it begins in, from 1. */
export interface Prose {
  line: number
  text: string
}

const isTitled = (call: ts.CallExpression, source: ts.SourceFile) =>
  /^(?:it|test|describe)\b/.test(call.expression.getText(source))

/** The comments of a file of TypeScript or JavaScript, and its test titles where it is a test, in no order. */
export const proseIn = (file: string, text: string): Prose[] => {
  const kind = file.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true, kind)
  const found = new Map<number, string>()
  const visit = (node: ts.Node): void => {
    if (node.kind !== ts.SyntaxKind.JsxText) {
      const comments = [
        ...(ts.getLeadingCommentRanges(text, node.getFullStart()) ?? []),
        ...(ts.getTrailingCommentRanges(text, node.getEnd()) ?? []),
      ]
      for (const { pos, end } of comments) found.set(pos, text.slice(pos, end))
    }
    if (/\.test\.tsx?$/.test(file) && ts.isCallExpression(node) && isTitled(node, source)) {
      const [title] = node.arguments
      if (title && ts.isStringLiteralLike(title)) found.set(title.getStart(source), title.text)
    }
    for (const child of node.getChildren(source)) visit(child)
  }
  visit(source)
  return [...found].map(([at, prose]) => ({
    line: source.getLineAndCharacterOfPosition(at).line + 1,
    text: prose,
  }))
}

// What code does not do, and people who are not named. Give up, give out and give in are among it: cancel, publish.
const VAGUE =
  /\b(?:gives?|gave|tells?|told|nobody|somebody|everybody|anybody|whoever|keeper|forgives?|ways? in(?! which)\b|on (?:its|their) way)\b/gi

/** The vague words in a text, names in backticks left out, in lower case. */
export const vagueWordsIn = (text: string): string[] =>
  (text.replace(/`[^`]*`/g, '').match(VAGUE) ?? []).map((word) => word.toLowerCase())

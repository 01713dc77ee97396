import ts from 'typescript'
import { lineOf, nodesIn, parse, type Prose } from './parse'
import { titlesIn } from './titles'

/** The comments of a file of TypeScript or JavaScript, and its test titles where it is a test, in no order. */
export const proseIn = (file: string, text: string): Prose[] => {
  const source = parse(file, text)
  const comments = new Map<number, string>()
  for (const node of nodesIn(source)) {
    if (node.kind === ts.SyntaxKind.JsxText) continue
    for (const { pos, end } of [
      ...(ts.getLeadingCommentRanges(text, node.getFullStart()) ?? []),
      ...(ts.getTrailingCommentRanges(text, node.getEnd()) ?? []),
    ]) {
      comments.set(pos, text.slice(pos, end))
    }
  }
  const titles = /\.test\.tsx?$/.test(file) ? titlesIn(file, text, 'tests and blocks') : []
  return [...comments]
    .map(([at, prose]) => ({ line: lineOf(source, at), text: prose }))
    .concat(titles)
}

// What code does not do, and people who are not named. Give up, give out and give in are among it: cancel, publish.
const VAGUE =
  /\b(?:gives?|gave|tells?|told|nobody|somebody|everybody|anybody|whoever|keeper|forgives?|ways? in(?! which)\b|on (?:its|their) way)\b/gi

/** The vague words in a text, names in backticks left out, in lower case. */
export const vagueWordsIn = (text: string): string[] =>
  (text.replace(/`[^`]*`/g, '').match(VAGUE) ?? []).map((word) => word.toLowerCase())

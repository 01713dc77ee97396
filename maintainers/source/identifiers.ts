import ts from 'typescript'
import { nodesIn, parse } from './parse'

/** Every identifier of a file of TypeScript or JavaScript, once each. */
export const identifiersIn = (file: string, text: string): Set<string> =>
  new Set(
    nodesIn(parse(file, text))
      .filter((node) => ts.isIdentifier(node) || ts.isPrivateIdentifier(node))
      .map(({ text: name }) => name),
  )

/** The words that a name consists of, in lower case: `readLeaseOf` is read, lease, of. */
export const wordsOf = (name: string): string[] =>
  (name.match(/[A-Z]+(?![a-z])|[A-Z]?[a-z]+/g) ?? []).map((word) => word.toLowerCase())

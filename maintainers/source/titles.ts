import ts from 'typescript'
import { lineOf, nodesIn, parse, type Prose } from './parse'

const CALLS = { tests: /^(?:it|test)\b/, 'tests and blocks': /^(?:it|test|describe)\b/ } as const

/** The titles of the tests in a file, or of their `describe` blocks too, as they are written. */
export const titlesIn = (file: string, text: string, of: keyof typeof CALLS = 'tests'): Prose[] => {
  const source = parse(file, text)
  const calls = nodesIn(source).filter((node) => ts.isCallExpression(node))
  return calls.flatMap(({ expression, arguments: [title, body] }) => {
    // Two arguments: a regular expression that is called `it` has a method `test`, too.
    if (title === undefined || body === undefined) return []
    if (!CALLS[of].test(expression.getText(source))) return []
    const words = wordsOf(title, source)
    return words === undefined
      ? []
      : [{ line: lineOf(source, title.getStart(source)), text: words }]
  })
}

const wordsOf = (title: ts.Expression, source: ts.SourceFile): string | undefined => {
  if (ts.isTemplateExpression(title)) return title.getText(source).slice(1, -1)
  return ts.isStringLiteralLike(title) ? title.text : undefined
}

// A determiner, a gerund, one of two names that are written small, or a name of code, which is not all small letters.
const SUBJECT =
  /^(?:(?:an?|the|no|none|one|two|four|each|every|any|another|several|our|[a-z]+ing|npm|wx)[ ,]|[a-z-]*[^a-z\- ,:])/

const FEWEST_WORDS = 3

/**
 * Why the title of a test does not make sense alone in a list of failures; undefined when it does. It has too few
 * words, or begins with a verb, a pronoun or a condition and not with what it speaks of.
 */
export const titleFault = (title: string): string | undefined => {
  const words = title.replace(/%[a-z]|\$\w+/g, '').match(/[\p{L}\p{N}]+/gu) ?? []
  if (words.length < FEWEST_WORDS) return `has fewer than ${FEWEST_WORDS} words`
  return SUBJECT.test(title) ? undefined : 'does not begin with its subject'
}

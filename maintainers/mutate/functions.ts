import { existsSync, readFileSync } from 'node:fs'
import ts, { type Node } from 'typescript'
import { eachNode, parse } from '../../scripts/code/edits'

/** Where the functions that each test runs are kept, and read from. */
export const FUNCTIONS_FILE = '.cache/mutate/functions.jsonl'

/** The names of the functions that a test runs, by file; '' is the code of the module itself. */
export interface Ran {
  readonly test: string
  readonly functions: Readonly<Record<string, readonly string[]>>
}

/** What `npm run mutate -- --collect` found; nothing before it ran. */
export const readFunctions = (): readonly Ran[] =>
  existsSync(FUNCTIONS_FILE)
    ? readFileSync(FUNCTIONS_FILE, 'utf8')
        .split('\n')
        .filter((line) => line !== '')
        .map((line): Ran => JSON.parse(line))
    : []

const nameOf = (node: Node): string | null => {
  if (ts.isFunctionDeclaration(node) || ts.isMethodDeclaration(node)) {
    return node.name?.getText() ?? null
  }
  if (!ts.isArrowFunction(node) && !ts.isFunctionExpression(node)) return null
  const { parent } = node
  return ts.isVariableDeclaration(parent) || ts.isPropertyAssignment(parent)
    ? parent.name.getText()
    : null
}

/** The name of the innermost function with a name around a place of a file; '' outside of all. */
export const functionAround = (file: string, source: string, place: number): string => {
  let name = ''
  eachNode(parse(file, source), (node) => {
    if (place < node.getStart() || place >= node.end) return true
    name = nameOf(node) ?? name
    return false
  })
  return name
}

/**
 * Whether a test runs this function of a file. `unknown` for a test that has no entry: it is new, or was left out,
 * because processes that a test starts are not seen.
 */
export const runs = (
  ran: readonly Ran[],
  test: string,
  file: string,
  name: string,
): 'yes' | 'no' | 'unknown' => {
  const found = ran.find((each) => each.test === test)
  if (found === undefined) return 'unknown'
  return found.functions[file]?.includes(name) ? 'yes' : 'no'
}

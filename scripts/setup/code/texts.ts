import ts from 'typescript'
import type { Tree } from '../../code/tree'
import { applyEdits, eachNode, parse, removeItem, type Edit } from '../../code/edits'
import type { Graph } from './graph'

const FOLDER = 'src/i18n/'

const keysOf = (path: string, text: string): Set<string> => {
  const keys = new Set<string>()
  eachNode(parse(path, text), (node) => {
    if (ts.isPropertyAssignment(node) && ts.isIdentifier(node.name)) keys.add(node.name.text)
    return undefined
  })
  return keys
}

const wordsOf = (path: string, text: string): Set<string> => {
  const words = new Set<string>()
  eachNode(parse(path, text), (node) => {
    if (ts.isIdentifier(node) || ts.isStringLiteralLike(node)) words.add(node.text)
    return undefined
  })
  return words
}

/** Whether a file picks sentences by names it computes: then every sentence may be meant whose name the app has. */
const picksByName = (path: string, text: string): boolean => {
  let found = false
  eachNode(parse(path, text), (node) => {
    found ||= ts.isElementAccessExpression(node) && !ts.isStringLiteral(node.argumentExpression)
    return found
  })
  return found
}

const usersOf = (path: string, { users }: Graph): string[] => [
  ...new Set(
    [...users].filter(([key]) => key.startsWith(`${path}#`)).flatMap(([, files]) => [...files]),
  ),
]

/** The words that the users of a dictionary say, in which its keys must be if they are used. */
export const mentioned = (tree: Tree, graph: Graph): Map<string, Set<string>> =>
  new Map(
    tree
      .paths()
      .filter((path) => path.startsWith(FOLDER))
      .map((path) => {
        const texts = usersOf(path, graph).map((user) => wordsOf(user, tree.read(user)))
        return [path, new Set(texts.flatMap((words) => [...words]))] as const
      }),
  )

/** What the app's code says outside of its dictionaries: names, and texts such as those of unions. */
const wordsOfApp = (tree: Tree): Set<string> =>
  new Set(
    tree
      .paths()
      .filter((path) => /^src\/(?!i18n\/).*\.tsx?$/.test(path))
      .flatMap((path) => [...wordsOf(path, tree.read(path))]),
  )

/** Takes sentences out of the dictionaries that some user mentioned before, and none does now. */
export const withoutLostTexts = (
  tree: Tree,
  before: ReadonlyMap<string, ReadonlySet<string>>,
  graph: Graph,
): void => {
  const after = mentioned(tree, graph)
  const app = wordsOfApp(tree)
  for (const [path, words] of before) {
    if (!tree.has(path)) continue
    const text = tree.read(path)
    const isPicked = usersOf(path, graph).some((user) => picksByName(user, tree.read(user)))
    const said = isPicked ? app : after.get(path)
    const lost = [...keysOf(path, text)].filter((key) => words.has(key) && said?.has(key) !== true)
    if (lost.length === 0) continue
    const edits: Edit[] = []
    eachNode(parse(path, text), (node) => {
      if (!ts.isPropertyAssignment(node) || !lost.includes(node.name.getText())) return undefined
      edits.push(removeItem(node))
      return true
    })
    tree.write(path, applyEdits(text, edits))
  }
}

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

/** Whether a key can be a name that is put together. */
type Composed = (key: string) => boolean

/** The names that a file puts together, such as `${name}_malformed`, to pick a sentence: by how they begin and end. */
const composedIn = (path: string, text: string): Composed[] => {
  const names: Composed[] = []
  eachNode(parse(path, text), (node) => {
    if (!ts.isElementAccessExpression(node)) return undefined
    const { argumentExpression: name } = node
    if (!ts.isTemplateExpression(name)) return undefined
    const start = name.head.text
    const end = name.templateSpans.at(-1)?.literal.text ?? ''
    names.push((key) => key.startsWith(start) && key.endsWith(end))
    return undefined
  })
  return names
}

/** Whether the app's code can mean a key: by a name or a text outside of its dictionaries, or by one that it composes. */
const meantByApp = (tree: Tree): ((key: string) => boolean) => {
  const files = tree
    .paths()
    .filter((path) => /^src\/(?!i18n\/).*\.tsx?$/.test(path))
    .map((path) => [path, tree.read(path)] as const)
  const words = new Set(files.flatMap(([path, text]) => [...wordsOf(path, text)]))
  const composed = files.flatMap(([path, text]) => composedIn(path, text))
  return (key) => words.has(key) || composed.some((isName) => isName(key))
}

/** Takes sentences out of the dictionaries that some user mentioned before, and none does now. */
export const withoutLostTexts = (
  tree: Tree,
  before: ReadonlyMap<string, ReadonlySet<string>>,
  graph: Graph,
): void => {
  const after = mentioned(tree, graph)
  const isMeant = meantByApp(tree)
  for (const [path, words] of before) {
    if (!tree.has(path)) continue
    const text = tree.read(path)
    const isPicked = usersOf(path, graph).some((user) => picksByName(user, tree.read(user)))
    const isSaid = isPicked ? isMeant : (key: string) => after.get(path)?.has(key) === true
    const lost = [...keysOf(path, text)].filter((key) => words.has(key) && !isSaid(key))
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

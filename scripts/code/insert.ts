import ts from 'typescript'
import { applyEdits, eachNode, parse, type Edit } from './edits'
import type { Tree } from './tree'

const bare = (node: ts.Expression): ts.Expression =>
  ts.isAsExpression(node) || ts.isSatisfiesExpression(node) || ts.isParenthesizedExpression(node)
    ? bare(node.expression)
    : node

const find = <Found>(
  tree: Tree,
  path: string,
  pick: (node: ts.Node) => Found | undefined,
): Found | undefined => {
  let found: Found | undefined
  eachNode(parse(path, tree.read(path)), (node) => {
    found ??= pick(node)
    return found !== undefined
  })
  return found
}

const valueOf = (node: ts.Node, name: string): ts.Expression | undefined =>
  ts.isVariableDeclaration(node) && node.name.getText() === name && node.initializer !== undefined
    ? bare(node.initializer)
    : undefined

const missing = (path: string, what: string) =>
  new Error(`${path} has no ${what} to add to: it was rewritten, so this has to be done by hand.`)

const change = (tree: Tree, path: string, edit: Edit): void =>
  tree.write(path, applyEdits(tree.read(path), [edit]))

const among = (
  list: ts.ArrayLiteralExpression | ts.ObjectLiteralExpression,
  items: ts.NodeArray<ts.Node>,
  text: string,
  at: number,
): Edit => {
  const [next, last] = [items[at], items.at(-1)]
  if (next !== undefined) return { start: next.getStart(), end: next.getStart(), text: `${text}, ` }
  const place = last === undefined ? list.getStart() + 1 : last.getEnd()
  return { start: place, end: place, text: last === undefined ? text : `, ${text}` }
}

const listIn = (tree: Tree, path: string, name: string): ts.ArrayLiteralExpression => {
  const list = find(tree, path, (node) => valueOf(node, name))
  if (list === undefined || !ts.isArrayLiteralExpression(list)) throw missing(path, `list ${name}`)
  return list
}

const objectIn = (tree: Tree, path: string, name: string): ts.ObjectLiteralExpression => {
  const object = find(tree, path, (node) => valueOf(node, name))
  if (object === undefined || !ts.isObjectLiteralExpression(object)) {
    throw missing(path, `object ${name}`)
  }
  return object
}

/** The items of the list `name`, as they are written; throws when the file has no such list. */
export const itemsOf = (tree: Tree, path: string, name: string): string[] =>
  listIn(tree, path, name).elements.map((item) =>
    ts.isStringLiteral(item) ? item.text : item.getText(),
  )

/** The properties of the object `name`: their values as they are written, by key. Throws when there is no such object. */
export const propertiesOf = (tree: Tree, path: string, name: string): Map<string, string> =>
  new Map(
    objectIn(tree, path, name).properties.flatMap((property) =>
      ts.isPropertyAssignment(property)
        ? [[property.name.getText(), property.initializer.getText()] as const]
        : [],
    ),
  )

/** Adds an item to the list `name`, before the one at `at` or at its end. */
export const addItem = (tree: Tree, path: string, name: string, item: string, at = -1): void => {
  const list = listIn(tree, path, name)
  change(tree, path, among(list, list.elements, item, at))
}

/** Adds a property at the end of the object `name`. */
export const addProperty = (tree: Tree, path: string, name: string, property: string): void => {
  const object = objectIn(tree, path, name)
  change(tree, path, among(object, object.properties, property, -1))
}

/** Adds an import, before the first one from a module that sorts behind it. */
export const addImport = (tree: Tree, path: string, names: string, from: string): void => {
  const imports = parse(path, tree.read(path)).statements.filter(ts.isImportDeclaration)
  const next = imports.find(
    ({ moduleSpecifier: it }) =>
      ts.isStringLiteral(it) && it.text > from && it.text.startsWith('.'),
  )
  const place = next?.getStart() ?? imports.at(-1)?.getEnd() ?? 0
  const line = `import ${names} from '${from}'`
  change(tree, path, { start: place, end: place, text: next ? `${line}\n` : `\n${line}\n` })
}

/** Adds an element as the last child of the first element `parent`, as in `<Page>…</Page>`. */
export const addChild = (tree: Tree, path: string, parent: string, element: string): void => {
  const found = find(tree, path, (node) =>
    ts.isJsxElement(node) && node.openingElement.tagName.getText() === parent ? node : undefined,
  )
  if (found === undefined) throw missing(path, `element <${parent}>`)
  const place = found.closingElement.getStart()
  change(tree, path, { start: place, end: place, text: `${element}\n` })
}

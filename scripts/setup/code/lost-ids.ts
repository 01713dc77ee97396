import ts from 'typescript'
import { applyEdits, eachNode, parse, removeItem, removeWhole, type Edit } from '../../code/edits'
import type { State } from './state'
import { caseAround, rowAround } from './test-units'

const ID = /['"`]([a-z][a-z0-9]*(?:-[a-z0-9]+)+)['"`]/g

/** What may be the id of an element in the app's code: words joined by hyphens. */
const idsIn = (texts: Iterable<string>): Set<string> => {
  const ids = new Set<string>()
  for (const text of texts) for (const [, id = ''] of text.matchAll(ID)) ids.add(id)
  return ids
}

const isOfApp = (path: string) => /^src\/.*\.tsx?$/.test(path)
const isOfBuiltApp = (path: string) => /^test\/e2e\/.*\.test\.ts$/.test(path)

/** A line that says of an element that it is not there: `expect(app.has('sms-code')).toBe(false)`. */
const absenceAround = (node: ts.Node): ts.Statement | undefined => {
  for (let it = node; !ts.isSourceFile(it); it = it.parent) {
    if (ts.isExpressionStatement(it)) {
      return /^expect\([\w.]+\.has\('[^']+'\)\)\.toBe\(false\)$/.test(it.getText()) ? it : undefined
    }
  }
  return undefined
}

/** Whether it is what is done with an element: `app.tap('sms-code')`. */
const isActedOn = ({ parent }: ts.Node): boolean =>
  ts.isCallExpression(parent) && ts.isPropertyAccessExpression(parent.expression)

const editFor = (node: ts.StringLiteral): Edit | undefined => {
  if (ts.isArrayLiteralExpression(node.parent)) return rowAround(node) ?? removeItem(node)
  if (!isActedOn(node)) return undefined
  const absence = absenceAround(node)
  return absence === undefined ? caseAround(node) : removeWhole(absence)
}

const withoutLost = (path: string, text: string, lost: ReadonlySet<string>): string => {
  const edits: Edit[] = []
  eachNode(parse(path, text), (node) => {
    if (!ts.isStringLiteral(node) || !lost.has(node.text)) return undefined
    const edit = editFor(node)
    if (edit !== undefined) edits.push(edit)
    return undefined
  })
  return applyEdits(text, edits)
}

/**
 * Takes away tests of the built app, and rows of their tables, that act on an element which no code of the app
 * names any more: they know it by its id alone.
 */
export const withoutLostIds = ({ tree, texts }: State): void => {
  const paths = tree.paths()
  const after = idsIn(paths.filter(isOfApp).map((path) => tree.read(path)))
  const before = idsIn([...texts].filter(([path]) => isOfApp(path)).map(([, text]) => text))
  const lost = new Set([...before].filter((id) => !after.has(id)))
  if (lost.size === 0) return
  for (const path of paths.filter(isOfBuiltApp)) {
    const text = tree.read(path)
    const next = withoutLost(path, text, lost)
    if (next !== text) tree.write(path, next)
  }
}

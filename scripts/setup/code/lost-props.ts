import ts from 'typescript'
import { eachNode, parse } from '../../code/edits'
import { usagesOf } from './components'
import { withoutParameters, type Usage } from './props'
import { isReference } from './references'
import type { State } from './state'
import { unlinkFile } from './unlink'

/** Components of `src/ui` are there for pages that the project has yet to write. */
const OWN = /^src\/features\//

/** Properties that some use handed over before, and none does now. */
const lostOf = (before: readonly Usage[], now: readonly Usage[]): string[] => {
  if (now.length === 0 || now.some(({ hasSpread }) => hasSpread)) return []
  const names = new Set(before.flatMap(({ props }) => [...props.keys()]))
  return [...names].filter((name) => !now.some(({ props }) => props.has(name)))
}

/** Whether a use of a property can go without anything in its place: a call for its effect, or handed on as it is. */
const canGo = ({ parent }: ts.Identifier): boolean =>
  (ts.isCallExpression(parent) && ts.isExpressionStatement(parent.parent)) ||
  (ts.isJsxExpression(parent) && ts.isJsxAttribute(parent.parent))

/** Whether the file has this name once, as what a component takes, and every use of it can go. */
const canLose = (file: ts.SourceFile, name: string): boolean => {
  let bound = 0
  let canAllGo = true
  eachNode(file, (node) => {
    if (!ts.isIdentifier(node) || node.text !== name) return undefined
    const { parent } = node
    const isPlain = ts.isBindingElement(parent) && !parent.propertyName && !parent.initializer
    if (isPlain && ts.isParameter(parent.parent.parent)) bound += 1
    else if (isReference(node) || ts.isBindingElement(parent) || ts.isVariableDeclaration(parent)) {
      canAllGo &&= isReference(node) && canGo(node)
    }
    return undefined
  })
  return bound === 1 && canAllGo
}

/**
 * Takes properties out of components of the features that no use hands over any more, and what they did with them.
 * @param before the uses of the components before anything was removed
 */
export const withoutLostProps = (
  state: State,
  before: ReadonlyMap<string, readonly Usage[]>,
): void => {
  const { tree } = state
  const now = usagesOf(state)
  for (const [key, usages] of before) {
    const [path = '', component = ''] = key.split('#')
    if (!OWN.test(path) || !tree.has(path)) continue
    const text = tree.read(path)
    const file = parse(path, text)
    const lost = new Set(lostOf(usages, now.get(key) ?? []).filter((name) => canLose(file, name)))
    if (lost.size === 0) continue
    tree.write(path, unlinkFile(path, withoutParameters(path, text, component, lost), lost).text)
  }
}

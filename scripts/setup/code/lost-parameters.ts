import ts from 'typescript'
import { applyEdits, eachNode, parse, removeItem } from '../../code/edits'
import { functionName, functionsOf } from './references'
import { importKeys, ourCode, type State } from './state'

/** A function whose last parameter takes nothing any more: `({}: Features) => …`. */
interface Shortened {
  readonly name: string
  readonly at: number
  readonly parameter: ts.ParameterDeclaration
}

const shortenedIn = (file: ts.SourceFile, original: string): Shortened[] =>
  functionsOf(file).flatMap((node) => {
    const [name, parameter] = [functionName(node), node.parameters.at(-1)]
    if (name === undefined || parameter === undefined) return []
    const isEmpty =
      ts.isObjectBindingPattern(parameter.name) && parameter.name.elements.length === 0
    return isEmpty && !original.includes(parameter.getText())
      ? [{ name, at: node.parameters.length - 1, parameter }]
      : []
  })

const withoutArgument = (path: string, text: string, name: string, at: number): string => {
  const edits = [] as ReturnType<typeof removeItem>[]
  eachNode(parse(path, text), (node) => {
    if (!ts.isCallExpression(node) || node.expression.getText() !== name) return undefined
    const argument = node.arguments[at]
    if (argument !== undefined) edits.push(removeItem(argument))
    return undefined
  })
  return applyEdits(text, edits)
}

/** Takes parameters that take nothing any more out of functions, and what their calls hand over for them. */
export const withoutLostParameters = (state: State): void => {
  const { tree } = state
  for (const path of ourCode(tree)) {
    const original = state.texts.get(path) ?? ''
    if (tree.read(path) === original) continue
    for (const { name, at, parameter } of shortenedIn(parse(path, tree.read(path)), original)) {
      tree.write(path, applyEdits(tree.read(path), [removeItem(parameter)]))
      for (const user of ourCode(tree)) {
        const text = tree.read(user)
        const keys = importKeys(state, user, text)
        const names = [...keys].filter(([, all]) => all.includes(`${path}#${name}`))
        const locals = user === path ? [name] : names.map(([local]) => local)
        const next = locals.reduce((it, local) => withoutArgument(user, it, local, at), text)
        if (next !== text) tree.write(user, next)
      }
    }
  }
}

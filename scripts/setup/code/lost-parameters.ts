import ts from 'typescript'
import { applyEdits, eachNode, parse, removeItem } from '../../code/edits'
import { functionName, functionsOf } from './references'
import { importKeys, ourCode, type State } from './state'

/** A function one of whose parameters takes nothing any more: `({}: Features) => …`. */
interface Shortened {
  readonly name: string
  readonly at: number
  readonly parameter: ts.ParameterDeclaration
}

const takesNothing = ({ name }: ts.ParameterDeclaration): boolean =>
  ts.isObjectBindingPattern(name) && name.elements.length === 0

/** The first function of a file that is so, and was not in the original. */
const shortenedIn = (file: ts.SourceFile, original: string): Shortened | undefined => {
  for (const node of functionsOf(file)) {
    const name = functionName(node)
    const at = node.parameters.findIndex(takesNothing)
    const parameter = node.parameters[at]
    if (name === undefined || parameter === undefined) continue
    if (!original.includes(parameter.getText())) return { name, at, parameter }
  }
  return undefined
}

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

/** Takes out of every call of a function of `path` what it hands over at this place. */
const withoutArguments = (state: State, path: string, name: string, at: number): void => {
  const { tree } = state
  for (const user of ourCode(tree)) {
    const text = tree.read(user)
    const names = [...importKeys(state, user, text)].filter(([, keys]) =>
      keys.includes(`${path}#${name}`),
    )
    const locals = user === path ? [name] : names.map(([local]) => local)
    const next = locals.reduce((it, local) => withoutArgument(user, it, local, at), text)
    if (next !== text) tree.write(user, next)
  }
}

/** Takes parameters that take nothing any more out of functions, and what their calls hand over for them. */
export const withoutLostParameters = (state: State): void => {
  const { tree } = state
  for (const path of ourCode(tree)) {
    const original = state.texts.get(path) ?? ''
    for (;;) {
      const text = tree.read(path)
      const found = text === original ? undefined : shortenedIn(parse(path, text), original)
      if (found === undefined) break
      tree.write(path, applyEdits(text, [removeItem(found.parameter)]))
      withoutArguments(state, path, found.name, found.at)
    }
  }
}

import ts from 'typescript'
import { applyEdits, eachNode, parse, removeItem, removeWhole, type Edit } from '../../code/edits'
import { evaluate, type Literal, type Lookup } from './evaluate'
import { foldEdits } from './fold'
import { untilStable } from './until-stable'
import { contains, functionName, isExported, isReference, scopeOf, statementOf } from './references'

/** What a removal fixes, by how it is written: `__FEATURES__.sms` or `__TARGET__`. */
export type Fixed = ReadonlyMap<string, Literal>

interface Local {
  readonly name: string
  readonly kind: 'value' | 'call'
  readonly value: Literal
  readonly scope: ts.Node
  readonly edit: Edit
  readonly exported: boolean
}

/** An exported value that has become fixed: what importers see under this name. */
export interface FixedExport {
  readonly kind: 'value' | 'call'
  readonly value: Literal
}

const PREFIX = '__FEATURES__.'

/** What a destructured name is fixed to: a feature of the build, or a property that every user of a component fixes. */
const boundValue = (
  node: ts.BindingElement,
  fixed: Fixed,
  props: FixedProps,
): Literal | undefined => {
  const owner = node.parent.parent
  if (ts.isBindingElement(owner)) return undefined
  const property = (node.propertyName ?? node.name).getText()
  const source = ts.isVariableDeclaration(owner) ? owner.initializer?.getText() : undefined
  if (source !== undefined && /\bplatform$/.test(source)) return fixed.get(`platform.${property}`)
  if (owner.type?.getText() === 'Features') return fixed.get(`${PREFIX}${property}`)
  const component = functionName(owner.parent)
  return component === undefined ? undefined : props.get(component)?.get(property)
}

const localsIn = (
  file: ts.SourceFile,
  lookup: Lookup,
  fixed: Fixed,
  props: FixedProps,
): Local[] => {
  const locals: Local[] = []
  eachNode(file, (node) => {
    if (ts.isBindingElement(node) && ts.isIdentifier(node.name)) {
      const value = boundValue(node, fixed, props)
      if (value === undefined) return undefined
      const [name, scope, edit] = [node.name.text, scopeOf(node.parent.parent), removeItem(node)]
      locals.push({ name, kind: 'value', value, scope, edit, exported: false })
      return undefined
    }
    if (!ts.isVariableDeclaration(node) || !ts.isIdentifier(node.name)) return undefined
    const { initializer } = node
    if (initializer === undefined) return undefined
    const isCall = ts.isArrowFunction(initializer) && initializer.parameters.length === 0
    const body = isCall ? initializer.body : initializer
    const known = ts.isBlock(body) ? undefined : evaluate(body as ts.Expression, lookup)
    if (known?.isFixed !== true) return undefined
    locals.push({
      name: node.name.text,
      kind: isCall ? 'call' : 'value',
      value: known.value,
      scope: scopeOf(node),
      edit: removeWhole(statementOf(node)),
      exported: isExported(node),
    })
    return undefined
  })
  return locals
}

/** Reads names as a file sees them: what is fixed everywhere, what it imports, and what it declares itself. */
const lookupWith =
  (fixed: Fixed, imported: ReadonlyMap<string, FixedExport>, locals: readonly Local[]): Lookup =>
  (node) => {
    if (ts.isPropertyAccessExpression(node)) return fixed.get(node.getText())
    const isCall = ts.isCallExpression(node) && node.arguments.length === 0
    const name = isCall ? node.expression : node
    if (!ts.isIdentifier(name) || !isReference(name)) return undefined
    const kind = isCall ? 'call' : 'value'
    const local = locals.find((it) => it.name === name.text && contains(it.scope, name))
    if (local !== undefined) return local.kind === kind ? local.value : undefined
    const found = imported.get(name.text)
    if (found !== undefined) return found.kind === kind ? found.value : undefined
    return kind === 'value' ? fixed.get(name.text) : undefined
  }

/** Properties that every use of a component fixes, by component and property. */
export type FixedProps = ReadonlyMap<string, ReadonlyMap<string, Literal>>

/** The part of a removal's knowledge that one file needs. */
export interface Knowledge {
  readonly fixed: Fixed
  /** What the names it imports are fixed to, by their names in this file. */
  readonly imported: ReadonlyMap<string, FixedExport>
  readonly props: FixedProps
}

const readFile = (file: ts.SourceFile, { fixed, imported, props }: Knowledge) => {
  let locals: Local[] = []
  for (;;) {
    const more = localsIn(file, lookupWith(fixed, imported, locals), fixed, props)
    if (more.length === locals.length) break
    locals = more
  }
  return { locals, lookup: lookupWith(fixed, imported, locals) }
}

/** Reads the names in a file as far as a removal has fixed them. */
export const lookupIn = (file: ts.SourceFile, knowledge: Knowledge): Lookup =>
  readFile(file, knowledge).lookup

export interface Folded {
  readonly text: string
  readonly exports: ReadonlyMap<string, FixedExport>
}

const isWithin = (inner: Edit, outer: Edit): boolean =>
  outer.start <= inner.start && inner.end <= outer.end

/**
 * Folds one file until nothing in it is decided any more, and takes the declarations of what is fixed away after
 * that: what is left of a condition may still name them. Of exports that are fixed the declarations are gone, too.
 */
export const foldFile = (path: string, text: string, knowledge: Knowledge): Folded => {
  const folded = untilStable(text, (before) => {
    const file = parse(path, before)
    const { locals, lookup } = readFile(file, knowledge)
    const isDeclared = (edit: Edit) => locals.some((local) => isWithin(edit, local.edit))
    return applyEdits(
      before,
      foldEdits(file, lookup).filter((edit) => !isDeclared(edit)),
    )
  })
  const { locals } = readFile(parse(path, folded), knowledge)
  const exports = new Map(
    locals
      .filter(({ exported }) => exported)
      .map(({ name, kind, value }) => [name, { kind, value }] as const),
  )
  const declarations = locals.map(({ edit }) => edit)
  return { text: applyEdits(folded, declarations), exports }
}

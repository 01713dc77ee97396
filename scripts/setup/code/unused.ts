import ts from 'typescript'
import { applyEdits, eachNode, parse, removeItem, removeWhole, type Edit } from '../../code/edits'
import { untilStable } from './until-stable'
import { isExported, statementOf } from './references'

const countNames = (file: ts.SourceFile): Map<string, number> => {
  const counts = new Map<string, number>()
  eachNode(file, (node) => {
    const { parent } = node
    const isProperty = ts.isPropertyAccessExpression(parent) || ts.isPropertyAssignment(parent)
    if (ts.isIdentifier(node) && !(isProperty && parent.name === node)) {
      counts.set(node.text, (counts.get(node.text) ?? 0) + 1)
    }
    return undefined
  })
  return counts
}

const importEdit = (node: ts.ImportDeclaration, isUnused: (name: string) => boolean): Edit[] => {
  const clause = node.importClause
  if (clause === undefined) return []
  const bindings = clause.namedBindings
  const named = bindings !== undefined && ts.isNamedImports(bindings) ? bindings.elements : []
  const unused = named.filter(({ name }) => isUnused(name.text))
  const isWhole = named.length > 0 && unused.length === named.length && clause.name === undefined
  if (isWhole || (named.length === 0 && clause.name && isUnused(clause.name.text))) {
    return [removeWhole(node)]
  }
  return unused.map(removeItem)
}

/** `const { a, b } = …` and `const [a, setA] = …`: the unused names, or all when none is left. */
const patternEdits = (
  node: ts.VariableDeclaration,
  pattern: ts.BindingPattern,
  isUnused: (name: string) => boolean,
): Edit[] => {
  const elements = [...pattern.elements].filter(
    (it) => !ts.isOmittedExpression(it),
  ) as ts.BindingElement[]
  const unused = elements.filter(({ name }) => ts.isIdentifier(name) && isUnused(name.text))
  if (unused.length === 0) return []
  if (unused.length === elements.length) return [removeWhole(statementOf(node))]
  if (ts.isObjectBindingPattern(pattern)) return unused.map(removeItem)
  return unused.map((it) =>
    it === elements.at(-1) ? removeItem(it) : { start: it.getStart(), end: it.getEnd(), text: '' },
  )
}

/** The last parameter of a function of this file that does not use it, and what its calls hand over for it. */
const parameterEdits = (
  node: ts.VariableDeclaration,
  file: ts.SourceFile,
  isUnused: (name: string) => boolean,
): Edit[] => {
  const value = node.initializer
  if (value === undefined || !ts.isArrowFunction(value) || isExported(node)) return []
  const last = value.parameters.at(-1)
  if (last === undefined || !ts.isIdentifier(last.name) || !isUnused(last.name.text)) return []
  const edits: Edit[] = [removeItem(last)]
  eachNode(file, (call) => {
    const isOurs = ts.isCallExpression(call) && call.expression.getText() === node.name.getText()
    const argument = isOurs ? call.arguments[value.parameters.length - 1] : undefined
    if (argument !== undefined) edits.push(removeItem(argument))
    return undefined
  })
  return edits
}

/** `({ a, b }: Props) => …`: what a function takes and does not use. Beside a rest, a name keeps something out of it. */
const takenEdits = (node: ts.ParameterDeclaration, isUnused: (name: string) => boolean): Edit[] => {
  if (!ts.isObjectBindingPattern(node.name)) return []
  const { elements } = node.name
  if (elements.some(({ dotDotDotToken }) => dotDotDotToken !== undefined)) return []
  return elements.filter(({ name }) => ts.isIdentifier(name) && isUnused(name.text)).map(removeItem)
}

const editsFor = (node: ts.Node, isUnused: (name: string) => boolean): Edit[] => {
  if (ts.isImportDeclaration(node)) return importEdit(node, isUnused)
  if (ts.isParameter(node)) return takenEdits(node, isUnused)
  if (ts.isArrowFunction(node) && !ts.isVariableDeclaration(node.parent)) {
    const last = node.parameters.at(-1)
    const isLost = last !== undefined && ts.isIdentifier(last.name) && isUnused(last.name.text)
    return isLost ? [removeItem(last)] : []
  }
  if (ts.isVariableDeclaration(node) && !isExported(node)) {
    if (!ts.isIdentifier(node.name)) return patternEdits(node, node.name, isUnused)
    if (isUnused(node.name.text)) return [removeWhole(statementOf(node))]
    return parameterEdits(node, node.getSourceFile(), isUnused)
  }
  const isNamed =
    ts.isFunctionDeclaration(node) ||
    ts.isInterfaceDeclaration(node) ||
    ts.isTypeAliasDeclaration(node)
  return isNamed && node.name && !isExported(node) && isUnused(node.name.text)
    ? [removeWhole(node)]
    : []
}

/** Takes away imports, variables, functions and types that a file names once only: where it declares them. */
export const withoutUnused = (path: string, text: string): string =>
  untilStable(text, (before) => {
    const file = parse(path, before)
    const counts = countNames(file)
    const edits: Edit[] = []
    eachNode(file, (node) => {
      edits.push(...editsFor(node, (name) => counts.get(name) === 1))
      return undefined
    })
    return applyEdits(before, edits)
  })

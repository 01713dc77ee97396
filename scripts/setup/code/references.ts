import ts from 'typescript'

/** Names that declare or label something: they are not uses of a value or a type of that name. */
const isLabel = (node: ts.Identifier): boolean => {
  const { parent } = node
  if (ts.isPropertyAccessExpression(parent)) return parent.name === node
  if (ts.isQualifiedName(parent)) return parent.right === node
  if (ts.isBindingElement(parent)) return parent.propertyName === node || parent.name === node
  if (ts.isImportSpecifier(parent) || ts.isImportClause(parent)) return true
  if (ts.isJsxAttribute(parent)) return true
  const named = parent as { name?: ts.Node }
  return named.name === node && !ts.isShorthandPropertyAssignment(parent)
}

/** Whether this identifier uses something by its name. */
export const isReference = (node: ts.Node): node is ts.Identifier =>
  ts.isIdentifier(node) && !isLabel(node)

/** The function, block or file in which a declaration is known. */
export const scopeOf = (node: ts.Node): ts.Node => {
  let scope = node.parent
  while (!ts.isBlock(scope) && !ts.isSourceFile(scope) && !ts.isFunctionLike(scope)) {
    scope = scope.parent
  }
  return scope
}

export const contains = (outer: ts.Node, inner: ts.Node): boolean =>
  outer.pos <= inner.pos && inner.end <= outer.end

/** Whether the statement around a declaration exports it. */
export const isExported = (node: ts.Node): boolean => {
  const owner =
    ts.isVariableDeclaration(node) && ts.isVariableStatement(node.parent.parent)
      ? node.parent.parent
      : node
  const flags = ts.canHaveModifiers(owner) ? (ts.getModifiers(owner) ?? []) : []
  return flags.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)
}

/** The statement of a variable, when it declares nothing else; otherwise the declaration itself. */
export const statementOf = (node: ts.VariableDeclaration): ts.Node => {
  const { parent } = node
  const isAlone = ts.isVariableDeclarationList(parent) && parent.declarations.length === 1
  return isAlone && ts.isVariableStatement(parent.parent) ? parent.parent : node
}

/** The name of a function that is declared by it or is its constant. */
export const functionName = (node: ts.Node): string | undefined => {
  if (ts.isFunctionDeclaration(node)) return node.name?.text
  if (!ts.isArrowFunction(node) || !ts.isVariableDeclaration(node.parent)) return undefined
  return node.parent.name.getText()
}

type Written = ts.FunctionDeclaration | ts.ArrowFunction

/** The functions at the top of a file. */
export const functionsOf = (file: ts.SourceFile): Written[] =>
  file.statements.flatMap<Written>((statement) => {
    if (ts.isFunctionDeclaration(statement)) return [statement]
    if (!ts.isVariableStatement(statement)) return []
    const values = statement.declarationList.declarations.map(({ initializer }) => initializer)
    return values.filter((value) => value !== undefined).filter(ts.isArrowFunction)
  })

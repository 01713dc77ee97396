import ts from 'typescript'
import { parse } from '../code/edits'

const importedBy = ({ importClause }: ts.ImportDeclaration): ts.Identifier[] => {
  const { name, namedBindings } = importClause ?? {}
  const named =
    namedBindings === undefined
      ? []
      : ts.isNamespaceImport(namedBindings)
        ? [namedBindings.name]
        : namedBindings.elements.map((element) => element.name)
  return name === undefined ? named : [name, ...named]
}

const namesOf = (statement: ts.Statement): string[] => {
  if (ts.isImportDeclaration(statement)) return importedBy(statement).map(({ text }) => text)
  if (ts.isVariableStatement(statement)) {
    return statement.declarationList.declarations.map(({ name }) => name.getText())
  }
  if (
    ts.isFunctionDeclaration(statement) ||
    ts.isTypeAliasDeclaration(statement) ||
    ts.isInterfaceDeclaration(statement)
  ) {
    return statement.name === undefined ? [] : [statement.name.text]
  }
  return []
}

/** The first name that a file of TypeScript declares or imports twice; undefined where each is there once. */
export const clashIn = (path: string, text: string): string | undefined => {
  const names = parse(path, text).statements.flatMap(namesOf)
  return names.find((name, at) => names.indexOf(name) !== at)
}

import ts from 'typescript'
import { applyEdits, eachNode, parse, removeWhole, type Edit } from '../../code/edits'
import { isReference, statementOf } from './references'

const constantsIn = (file: ts.SourceFile): ts.VariableDeclaration[] =>
  file.statements
    .filter(ts.isVariableStatement)
    .flatMap(({ declarationList }) => [...declarationList.declarations])

const usesOf = (file: ts.SourceFile, name: string): ts.Identifier[] => {
  const uses: ts.Identifier[] = []
  eachNode(file, (node) => {
    if (isReference(node) && node.text === name) uses.push(node)
    return undefined
  })
  return uses
}

/**
 * Writes a constant that another one only repeats, `export const storage = device`, in the place of its name.
 * @param original the file as it was: what was repeated there stays
 */
export const withoutAliases = (path: string, text: string, original: string): string => {
  const file = parse(path, text)
  const constants = constantsIn(file)
  const edits: Edit[] = []
  for (const own of constants) {
    const [use, ...others] = usesOf(file, own.name.getText())
    const alias = constants.find(({ initializer }) => initializer === use)
    if (own.initializer === undefined || use === undefined || others.length > 0) continue
    if (alias === undefined || original.includes(alias.getText())) continue
    edits.push(removeWhole(statementOf(own)))
    edits.push({ start: use.getStart(), end: use.getEnd(), text: own.initializer.getText() })
  }
  return applyEdits(text, edits)
}

import ts, { type Node } from 'typescript'
import { replaced, type Operator } from './operator'

/** Sentences are for people: only a text that a program reads makes a difference to one. */
const isForPrograms = (text: string): boolean => /^[\x21-\x7e]+$/.test(text)

const isValue = (node: Node): boolean => {
  const { parent } = node
  if (ts.isLiteralTypeNode(parent) || ts.isModuleDeclaration(parent)) return false
  if (ts.isImportDeclaration(parent) || ts.isExportDeclaration(parent)) return false
  if (ts.isPropertyAssignment(parent) || ts.isPropertySignature(parent)) return parent.name !== node
  return !ts.isExpressionStatement(parent)
}

const others = (node: Node): readonly string[] => {
  if (ts.isNumericLiteral(node)) return [String(Number(node.text) + 1)]
  if (ts.isStringLiteral(node) && isForPrograms(node.text)) return ["''"]
  if (node.kind === ts.SyntaxKind.TrueKeyword) return ['false']
  if (node.kind === ts.SyntaxKind.FalseKeyword) return ['true']
  return []
}

/** Another number, no text, the opposite boolean. */
export const literals: Operator = (node) => {
  const texts = others(node)
  return texts.length > 0 && isValue(node) ? texts.map((text) => replaced(node, text)) : []
}

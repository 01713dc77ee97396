import ts, { type Node } from 'typescript'
import { changed, mutantOf, type Mutant } from './mutant'
import { binary } from './operators/binary'
import { calls } from './operators/calls'
import { conditions } from './operators/conditions'
import { lists } from './operators/lists'
import { literals } from './operators/literals'
import type { Operator } from './operators/operator'
import { sql } from './operators/sql'
import { statements } from './operators/statements'

const operators: readonly Operator[] = [binary, calls, conditions, lists, literals, sql, statements]

/** What can throw away nothing but a type or a sentence: types, imports, and what an error says. */
const isSkipped = (node: Node): boolean =>
  ts.isTypeNode(node) ||
  ts.isInterfaceDeclaration(node) ||
  ts.isTypeAliasDeclaration(node) ||
  ts.isImportDeclaration(node) ||
  (ts.isNewExpression(node) && /Error$/.test(node.expression.getText()))

/** Every mutant of a file, in the order of its text, no two with the same outcome. Types are not looked at. */
export const findMutants = (file: string, source: string): readonly Mutant[] => {
  const tree = ts.createSourceFile(file, source, ts.ScriptTarget.Latest, true)
  const outcomes = new Set([source])
  const mutants: Mutant[] = []
  const visit = (node: Node): void => {
    if (isSkipped(node)) return
    for (const change of operators.flatMap((operator) => operator(node))) {
      const outcome = changed(source, change)
      if (outcomes.has(outcome)) continue
      outcomes.add(outcome)
      mutants.push(mutantOf(file, source, change))
    }
    ts.forEachChild(node, visit)
  }
  visit(tree)
  return mutants.sort((one, other) => one.start - other.start)
}

import type { Node } from 'typescript'
import type { Change } from '../mutant'

/** The mistakes of one kind that a node invites; none for most nodes. Types are checked later, by the compiler. */
export type Operator = (node: Node) => readonly Change[]

/** Puts `text` in the place of a node, its comments left alone. */
export const replaced = (node: Node, text: string): Change => ({
  start: node.getStart(),
  end: node.getEnd(),
  text,
})

import ts, { type Node } from 'typescript'
import type { Operator } from './operator'

const swaps: Readonly<Record<string, string>> = {
  and: 'or',
  or: 'and',
  not: '',
  '<': '<=',
  '<=': '<',
  '>': '>=',
  '>=': '>',
  '+': '-',
  '-': '+',
  least: 'greatest',
  greatest: 'least',
  desc: 'asc',
}
const WORDS = /(?<=^|[\s(])(?:and|or|not|desc|<=|>=|[<>+-])(?=\s|$)|\b(?:least|greatest)(?=\()/g

const isSqlText = (node: Node): boolean => {
  const template = ts.isTemplateSpan(node.parent) ? node.parent.parent : node.parent
  const tagged = ts.isTemplateExpression(template) ? template.parent : template
  return ts.isTaggedTemplateExpression(tagged) && tagged.tag.getText() === 'sql'
}

const isTemplateText = (node: Node): boolean =>
  ts.isNoSubstitutionTemplateLiteral(node) ||
  ts.isTemplateHead(node) ||
  ts.isTemplateMiddle(node) ||
  ts.isTemplateTail(node)

/** Another operator, or a `not` less, in the text of sql`…`. */
export const sql: Operator = (node) => {
  if (!isTemplateText(node) || !isSqlText(node)) return []
  return [...node.getText().matchAll(WORDS)].map(({ 0: word, index }) => {
    const start = node.getStart() + index
    return { start, end: start + word.length, text: swaps[word] ?? '' }
  })
}

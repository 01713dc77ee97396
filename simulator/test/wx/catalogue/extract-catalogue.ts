import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import ts from 'typescript'

const typings = dirname(
  createRequire(import.meta.url).resolve('miniprogram-api-typings/package.json'),
)
const SINCE = /(?:需要|最低)基础库[：:]\s*`(\d+\.\d+\.\d+)`/

/** Every member of the official `wx` with the base library it came with (`1.0.0` where none is named). */
export const extractCatalogue = (): Record<string, string> => {
  const file = join(typings, 'types/wx/lib.wx.api.d.ts')
  const tree = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true)
  const catalogue = new Map<string, string>()
  const visit = (node: ts.Node) => {
    if (!ts.isInterfaceDeclaration(node) || node.name.text !== 'Wx') {
      ts.forEachChild(node, visit)
      return
    }
    for (const member of node.members) {
      if (member.name === undefined || catalogue.has(member.name.getText())) continue
      const since = SINCE.exec(member.getFullText())?.[1] ?? '1.0.0'
      catalogue.set(member.name.getText(), since)
    }
  }
  visit(tree)
  return Object.fromEntries([...catalogue].sort(([a], [b]) => (a < b ? -1 : 1)))
}

import { posix } from 'node:path'
import type { Tree } from '../../code/tree'
import { plainPart } from './patterns'

const KEYS = ['include', 'exclude'] as const

/** Folders and files that a program of TypeScript includes or leaves out, without those that have left. */
export const simplifyPrograms = (tree: Tree): void => {
  for (const path of tree.paths().filter((it) => /(^|\/)tsconfig(\.\w+)?\.json$/.test(it))) {
    const isThere = (pattern: string): boolean => {
      const place = posix.join(posix.dirname(path), plainPart(pattern)).replace(/\/$/, '')
      const isIn = (it: string) => it === place || it.startsWith(`${place}/`)
      return !tree.removed().some(isIn) || tree.paths().some(isIn)
    }
    const settings = JSON.parse(tree.read(path)) as Record<string, string[]>
    let hasChanged = false
    for (const key of KEYS) {
      const patterns = settings[key] ?? []
      const kept = patterns.filter(isThere)
      if (kept.length === patterns.length) continue
      settings[key] = kept
      hasChanged = true
    }
    if (hasChanged) tree.write(path, `${JSON.stringify(settings, null, 2)}\n`)
  }
}

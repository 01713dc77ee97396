import { posix } from 'node:path'
import type { Tree } from '../../code/tree'

/** A link of Markdown: its words, and its target without the heading there. */
export const LINK = /!?\[([^\]]*)\]\(([^)\s#]+)(?:#[^)\s]*)?\)/g

/** Whether a link of a document leads to a file or folder that was there and has left. */
export const isLostLink = (tree: Tree, from: string, target: string): boolean => {
  if (/^[a-z]+:/.test(target)) return false
  const path = posix.join(posix.dirname(from), target).replace(/\/$/, '')
  const isIn = (it: string) => it === path || it.startsWith(`${path}/`)
  return tree.removed().some(isIn) && !tree.paths().some(isIn)
}

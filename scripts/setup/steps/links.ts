import { posix } from 'node:path'
import type { Tree } from '../../code/tree'

const LINK = /!?\[([^\]]*)\]\(([^)\s#]+)(?:#[^)\s]*)?\)/g

/** Whether a link of a document leads to a file or folder that was there and has left. */
const isLost = (tree: Tree, from: string, target: string): boolean => {
  if (/^[a-z]+:/.test(target)) return false
  const path = posix.join(posix.dirname(from), target).replace(/\/$/, '')
  const isIn = (it: string) => it === path || it.startsWith(`${path}/`)
  return tree.removed().some(isIn) && !tree.paths().some(isIn)
}

/** Leaves the words of links whose target has left: in every document, what it says without where it led. */
export const unlinkDocuments = (tree: Tree): void => {
  for (const path of tree.paths().filter((it) => it.endsWith('.md'))) {
    const text = tree.read(path)
    const next = text.replace(LINK, (link: string, words: string, target: string) =>
      isLost(tree, path, target) ? words : link,
    )
    if (next !== text) tree.write(path, next)
  }
}

import type { Tree } from '../code/tree'

/** What comes next, one sentence each. */
export type Next = readonly string[]

/** Writes new files; throws, before anything is written, when one of them is there already. */
export const addFiles = (tree: Tree, files: ReadonlyMap<string, string>): void => {
  // Where macOS and Windows keep files, Orders.ts is orders.ts.
  const taken = new Map(tree.paths().map((path) => [path.toLowerCase(), path]))
  for (const path of files.keys()) {
    const there = taken.get(path.toLowerCase())
    if (there !== undefined) throw new Error(`${there} is there already; nothing was changed.`)
  }
  for (const [path, text] of files) tree.write(path, text)
}

/** A text between single quotes of TypeScript. Throws for one that does not fit on a line of a screen. */
export const quoted = (text: string): string => {
  if (text.trim() === '' || text.length > 30 || /[\p{Cc}\u2028\u2029]/u.test(text)) {
    throw new Error('A title takes 1 to 30 characters on one line.')
  }
  return `'${text.replace(/['\\]/g, '\\$&')}'`
}

/** The way from a file in `folder` up to the root of the project: `../../`. */
export const up = (folder: string): string => '../'.repeat(folder.split('/').length)

import { format, resolveConfig } from 'prettier'
import type { Tree } from './tree'

const FORMATTED = /\.(tsx?|m?js|json|jsonc|md|scss|ya?ml)$/

/** Formats every file that has changed, as `npm run format` would. */
export const formatChanged = async (tree: Tree, root: string): Promise<void> => {
  const options = await resolveConfig(`${root}/package.json`)
  for (const path of tree.changed()) {
    if (!FORMATTED.test(path) || path === 'package-lock.json' || !tree.has(path)) continue
    tree.write(path, await format(tree.read(path), { ...options, filepath: path }))
  }
}

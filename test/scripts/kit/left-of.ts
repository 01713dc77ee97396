import { openTree } from '../../../scripts/code/tree'
import { remove } from '../../../scripts/setup/code/engine'
import { removal, type Removal } from '../../../scripts/setup/code/removal'
import { projectOf } from './project'

/**
 * What is left of a project after a removal, by path: text without line breaks and doubled spaces, and without the
 * space that a line break after `bracket` became. Its folder is removed by `removeProjects`.
 */
export const leftOf = (
  files: Readonly<Record<string, string>>,
  parts: Partial<Removal>,
  bracket: '[' | '(',
): Readonly<Record<string, string>> => {
  const tree = openTree(projectOf(files))
  remove(tree, removal(parts))
  const textOf = (path: string) =>
    tree.read(path).replace(/\s+/g, ' ').replaceAll(`${bracket} `, bracket).trim()
  return Object.fromEntries(tree.paths().map((path) => [path, textOf(path)]))
}

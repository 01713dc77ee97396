import type { Tree } from '../code/tree'
import { clashIn } from './clashes'
import { addFiles } from './made'

const FOLDER = 'scripts/new/templates/'
const ENDING = '.txt'

const filled = (text: string, values: Readonly<Record<string, string>>): string =>
  text.replace(/__([a-z]+)__/g, (found, key: string) => values[key] ?? found)

const refuseClashes = (files: readonly (readonly [string, string])[]): void => {
  const [twice] = files.filter(([path], at) => files.findIndex(([other]) => other === path) !== at)
  if (twice !== undefined) {
    throw new Error(`${twice[0]} would be written twice; choose another name.`)
  }
  for (const [path, text] of files.filter(([it]) => /\.tsx?$/.test(it))) {
    const name = clashIn(path, text)
    if (name !== undefined) {
      throw new Error(`${path} would have ${name} twice; choose another name.`)
    }
  }
}

/**
 * Writes the files of a kind: each lies in its folder of scripts/new/templates under the path it gets, and `__key__` in
 * path and text stands for a value. Throws when one of them is there already, or when a value is a name that the
 * template needs itself.
 */
export const addTemplates = (
  tree: Tree,
  kind: string,
  values: Readonly<Record<string, string>>,
): void => {
  const from = `${FOLDER}${kind}/`
  const files = tree
    .paths()
    .filter((path) => path.startsWith(from) && path.endsWith(ENDING))
    .map((path) => [path.slice(from.length, -ENDING.length), tree.read(path)] as const)
    .map(([path, text]) => [filled(path, values), filled(text, values)] as const)
  refuseClashes(files)
  addFiles(tree, new Map(files))
}

import type { Tree } from '../../code/tree'

const IGNORE_FILES = ['.gitignore', '.prettierignore']

/** Lines of the files that name what tools ignore, without those in folders of the template that have left. */
export const simplifyIgnoreFiles = (tree: Tree): void => {
  const isIn = (folder: string) => (path: string) => path.startsWith(folder)
  const isLost = (line: string) => {
    const folder = /^[\w-]+\/(?=.)/.exec(line)?.[0]
    return (
      folder !== undefined && tree.removed().some(isIn(folder)) && !tree.paths().some(isIn(folder))
    )
  }
  for (const path of IGNORE_FILES.filter((it) => tree.has(it))) {
    const lines = tree.read(path).split('\n')
    const stay = lines.filter((line) => !isLost(line))
    if (stay.length < lines.length) tree.write(path, stay.join('\n'))
  }
}

import type { Tree } from '../../code/tree'

const FOLDER = 'docs/decisions/'
const SOURCES = /\.(tsx?|m?js|json|sql|scss|ya?ml)$|^\.\w+rc$/
const CITED = /docs\/decisions\/(\d{4})/g

/** Removes the records of decisions but for those that the project's code or settings cite. */
export const keepCitedDecisions = (tree: Tree): void => {
  const cited = new Set(
    tree
      .paths()
      .filter((path) => SOURCES.test(path))
      .flatMap((path) => [...tree.read(path).matchAll(CITED)].map(([, number]) => number)),
  )
  for (const path of tree.paths().filter((it) => it.startsWith(FOLDER))) {
    if (!cited.has(path.slice(FOLDER.length, FOLDER.length + 4))) tree.remove(path)
  }
}

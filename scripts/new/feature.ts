import { addChild, addImport, propertiesOf } from '../code/insert'
import type { Tree } from '../code/tree'
import type { Request } from './arguments'
import { up, type Next } from './made'
import { readName } from './name'
import { ROUTES, titlesOf } from './page'
import { addTemplates } from './templates'

const EXAMPLE = 'src/features/notes/use-notes.ts'

/** The file of a page, and its folder below src/pages; throws with the names there are. */
const pageOf = (tree: Tree, on: string) => {
  const pages = propertiesOf(tree, ROUTES, 'PAGES')
  const folder = /^at\('(.+)'\)$/.exec(pages.get(on) ?? '')?.[1]
  if (folder === undefined) {
    throw new Error(`There is no page "${on}"; there are: ${[...pages.keys()].join(', ')}.`)
  }
  return { path: `src/pages/${folder}/index.tsx`, folder }
}

/** Makes a feature: a card with texts and state of its own, shown at the end of a page. */
export const newFeature = (tree: Tree, request: Request): Next => {
  const name = readName(request.name)
  const taken = `src/features/${name.kebab}/`
  if (tree.paths().some((path) => path.toLowerCase().startsWith(taken))) {
    throw new Error(`There is a feature in ${taken} already.`)
  }
  const { path, folder } = pageOf(tree, request.on)
  addTemplates(tree, 'feature', { ...name, ...titlesOf(request, name, '新功能') })
  const component = `${name.pascal}Card`
  addImport(
    tree,
    path,
    `{ ${component} }`,
    `${up(`pages/${folder}`)}features/${name.kebab}/${component}`,
  )
  addChild(tree, path, 'Page', `<${component} />`)
  return [
    `<${component} /> is at the end of ${path}: move it where it belongs.`,
    `What it fetches goes through useEndpoint() of src/auth/useEndpoint.ts${tree.has(EXAMPLE) ? `, as in ${EXAMPLE}` : ''}.`,
  ]
}

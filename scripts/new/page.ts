import { addItem, addProperty, itemsOf, propertiesOf } from '../code/insert'
import type { Tree } from '../code/tree'
import type { Request } from './arguments'
import { quoted, up, type Next } from './made'
import { readName, type Name } from './name'
import { addTemplates } from './templates'

/** Where pages, tabs and sub-packages are registered. */
export const ROUTES = 'src/features/navigation/routes.ts'

const MOST_DEEP = 3
/** Folders of pages with rules of their own: those of the browser build, and of development builds. */
const NOT_OURS = ['web', 'dev']

/** Names of the pages there are; throws when the page or its name is among them. */
export const refuseTaken = (tree: Tree, name: Name, folder: string): void => {
  const pages = propertiesOf(tree, ROUTES, 'PAGES')
  // Files of the page are named after it, and macOS and Windows ignore capital letters.
  const same = [...pages.keys()].find((it) => it.toLowerCase() === name.camel.toLowerCase())
  if (same !== undefined) {
    throw new Error(`There is a page "${same}" already (${ROUTES}); choose another name.`)
  }
  if ([...pages.values()].includes(`at('${folder}')`)) {
    throw new Error(`There is a page in src/pages/${folder} already.`)
  }
}

/** The titles that were asked for, between quotes; else the name for English, and a word to replace for Chinese. */
export const titlesOf = ({ titles }: Request, { words }: Name, zh: string) => {
  if (titles.zh !== undefined && !/\p{Script=Han}/u.test(titles.zh)) {
    throw new Error('--title is the Chinese title; the English one is --title-en.')
  }
  return { zh: quoted(titles.zh ?? zh), en: quoted(titles.en ?? words) }
}

const checkRoot = (tree: Tree, root: string) => {
  if (NOT_OURS.includes(root)) {
    throw new Error(`Pages in src/pages/${root} are not for every build; choose another folder.`)
  }
  if (itemsOf(tree, ROUTES, 'TAB_NAMES').includes(root)) {
    throw new Error(
      `"${root}" is a tab, which is in the main package; a sub-package cannot have its folder.`,
    )
  }
}

/** What the templates of a page ask for: names, folder, titles, and the ways up from page and test. */
export const valuesOf = (name: Name, folder: string, titles: { zh: string; en: string }) => ({
  ...name,
  ...titles,
  folder,
  src: up(`pages/${folder}`),
  root: up(`test/unit/pages/${folder}`).slice('../'.length),
  tests: up(`unit/pages/${folder}`).slice('../'.length),
})

/** Makes a page in a sub-package: that of its first folder, which may be new. */
export const newPage = (tree: Tree, request: Request): Next => {
  const segments = request.name.split('/')
  if (segments.length > MOST_DEEP) throw new Error('A page lies at most three folders deep.')
  for (const segment of segments) readName(segment)
  const name = readName(segments.join('-'))
  const folder = segments.join('/')
  const [root = folder] = segments
  checkRoot(tree, root)
  refuseTaken(tree, name, folder)
  addTemplates(tree, 'page', valuesOf(name, folder, titlesOf(request, name, '新页面')))
  addProperty(tree, ROUTES, 'PAGES', `${name.camel}: at('${folder}')`)
  if (!itemsOf(tree, ROUTES, 'SUB_PACKAGES').includes(`pages/${root}`)) {
    addItem(tree, ROUTES, 'SUB_PACKAGES', `'pages/${root}'`)
  }
  return [
    `open('${name.camel}') of src/features/navigation/open.ts opens it: from a Cell or a Button of another page.`,
    `Its words are in src/i18n/${name.kebab}.ts, in both languages; what it shows belongs in src/features/.`,
  ]
}

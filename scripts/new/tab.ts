import { addItem, addProperty, itemsOf } from '../code/insert'
import type { Tree } from '../code/tree'
import { drawIcons, ICONS } from '../palette/icons'
import { PALETTE, type Palette } from '../palette/palette'
import type { Request } from './arguments'
import type { Next } from './made'
import { readName } from './name'
import { refuseTaken, ROUTES, titlesOf, valuesOf } from './page'
import { addTemplates } from './templates'

const TEXTS = 'src/i18n/tabs.ts'
/** WeChat shows no fewer and no more (docs/wechat.md). */
const FEWEST = 2
const MOST = 5

const placeIn = (tabs: readonly string[], place: Request['place']): number => {
  if (place.kind === 'end') return tabs.length
  if (place.kind === 'at') return Math.min(place.at - 1, tabs.length)
  const at = tabs.indexOf(place.tab)
  if (at < 0) {
    throw new Error(
      `There is no tab "${place.tab}" to stand before; there are: ${tabs.join(', ')}.`,
    )
  }
  return at
}

const drawing = (id: string, fill: string) =>
  `  <g id="${id}" fill="${fill}" stroke="currentColor" stroke-width="6" stroke-linejoin="round">
    <rect x="15" y="15" width="51" height="51" rx="12" />
  </g>\n`

const drawIcon = async (tree: Tree, id: string): Promise<void> => {
  const svg = tree.read(ICONS)
  const end = svg.lastIndexOf('</svg>')
  const groups = drawing(id, 'none') + drawing(`${id}-on`, 'currentColor')
  tree.write(ICONS, svg.slice(0, end) + groups + svg.slice(end))
  const palette = JSON.parse(tree.read(PALETTE)) as Palette
  for (const [path, picture] of await drawIcons(tree.read(ICONS), palette)) {
    if (!tree.has(path)) tree.write(path, picture)
  }
}

/** Makes a page of the tab bar, in the main package, with a picture to be redrawn. */
export const newTab = async (tree: Tree, request: Request): Promise<Next> => {
  const name = readName(request.name)
  const tabs = itemsOf(tree, ROUTES, 'TAB_NAMES')
  if (tabs.length >= MOST) throw new Error(`There are ${MOST} tabs, and WeChat shows no more.`)
  if (itemsOf(tree, ROUTES, 'SUB_PACKAGES').includes(`pages/${name.kebab}`)) {
    throw new Error(`"pages/${name.kebab}" is a sub-package; a tab has to be in the main package.`)
  }
  refuseTaken(tree, name, name.kebab)
  const at = placeIn(tabs, request.place)
  const titles = titlesOf(request, name, '新栏目')
  addTemplates(tree, 'tab', valuesOf(name, name.kebab, titles))
  addProperty(tree, ROUTES, 'PAGES', `${name.camel}: at('${name.kebab}')`)
  addItem(tree, ROUTES, 'TAB_NAMES', `'${name.camel}'`, at)
  addProperty(tree, TEXTS, 'zhCN', `${name.camel}: ${titles.zh}`)
  addProperty(tree, TEXTS, 'en', `${name.camel}: ${titles.en}`)
  await drawIcon(tree, name.camel)
  return [
    `Draw its picture in ${ICONS} (the groups "${name.camel}" and "${name.camel}-on"), then: npm run palette`,
    `Its words are in src/i18n/${name.kebab}.ts and ${TEXTS}, in both languages.`,
    ...(tabs.length + 1 < FEWEST ? ['WeChat takes no tab bar with one tab: make another.'] : []),
  ]
}

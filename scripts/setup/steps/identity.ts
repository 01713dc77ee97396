import type { Answers } from '../answers/answers'
import type { Tree } from '../../code/tree'

const TEMPLATE_NAME = 'taro-accounts-starter'
const TEMPLATE_TITLE = '账号就绪'
/** What the first page and its share card say of the template. */
const HEADLINE = { zh: '账号，开箱即用', en: 'Accounts that simply work' }
const HOME = 'src/i18n/home.ts'
const MANIFEST = 'src/assets/web/manifest.webmanifest'

const replaceIn = (tree: Tree, path: string, from: string, to: string): void => {
  if (!tree.has(path)) return
  tree.write(
    path,
    tree.read(path).replaceAll(from, () => to),
  )
}

/** A text as it stands between quotes of TypeScript, single or double. */
export const quoted = (text: string): string => text.replace(/['"\\]/g, '\\$&')

const escapedHtml = (text: string): string =>
  text.replace(/[&<>]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[sign] ?? sign)

const changeJson = (tree: Tree, path: string, change: (json: Record<string, unknown>) => void) => {
  const json = JSON.parse(tree.read(path)) as Record<string, unknown>
  change(json)
  tree.write(path, `${JSON.stringify(json, null, 2)}\n`)
}

/** Writes the project's names and its AppID wherever the template has its own. */
export const nameProject = (tree: Tree, answers: Answers): void => {
  const { name, displayName, displayNameEn, appid } = answers
  changeJson(tree, 'project.config.json', (config) => {
    config['projectname'] = name
    config['description'] = displayNameEn
    config['appid'] = appid
  })
  replaceIn(tree, 'config/index.ts', TEMPLATE_NAME, name)
  replaceIn(tree, 'src/app.config.ts', TEMPLATE_TITLE, quoted(displayName))
  replaceIn(tree, 'src/index.html', TEMPLATE_TITLE, escapedHtml(displayName))
  replaceIn(tree, HOME, HEADLINE.zh, quoted(displayName))
  replaceIn(tree, HOME, HEADLINE.en, quoted(displayNameEn))
  if (!tree.has(MANIFEST)) return
  changeJson(tree, MANIFEST, (manifest) => {
    manifest['name'] = displayName
    manifest['short_name'] = displayName
  })
}

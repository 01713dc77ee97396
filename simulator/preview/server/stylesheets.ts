import type { AppConfig } from '../../host/core/app/app-config'
import { resolvePath } from '../../host/core/view/paths'
import type { Files } from '../../host/core/ports'
import type { Theme } from '../bundle'
import { translateWxss, type StyleContext } from './wxss'

const IMPORT = /@import\s+(?:url\(\s*)?["']([^"']+)["']\s*\)?\s*;?/g

/** Puts imported files in the place of their `@import`; one that is already open is left out. */
const withImports = (files: Files, path: string, open: readonly string[] = []): string => {
  const source = files.read(path)
  if (source === undefined) throw new Error(`The stylesheet ${path} is imported but missing.`)
  return source.replace(IMPORT, (_whole, request: string) => {
    const target = resolvePath(path, request)
    return open.includes(target) ? '' : withImports(files, target, [...open, path])
  })
}

/** Every stylesheet of a bundle as one text of CSS: the app's, then its components', then its pages'. */
export const stylesheetOf = (files: Files, config: AppConfig, theme: Theme): string => {
  const translate = (path: string, scope: StyleContext['scope']) =>
    files.read(path) === undefined ? '' : translateWxss(withImports(files, path), { scope, theme })
  const isComponent = (path: string) => files.read(path.replace(/wxss$/, 'wxml')) !== undefined
  const pages = config.pages.map((page) => `${page}.wxss`)
  const components = files
    .list()
    .filter((path) => path.endsWith('.wxss') && !pages.includes(path) && isComponent(path))
  return [
    translate('app.wxss', 'everywhere'),
    ...components.map((path) => translate(path, 'everywhere')),
    ...config.pages.map((page) => translate(`${page}.wxss`, { page })),
  ].join('\n')
}

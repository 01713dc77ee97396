import postcss, { CssSyntaxError, type AtRule, type Root } from 'postcss'
import type { AppConfig } from '../../host/core/app/app-config'
import { resolvePath } from '../../host/core/view/paths'
import type { Files } from '../../host/core/ports'
import { perContent } from '../../host/node/per-content'
import type { Theme } from '../bundle'
import { translateWxss, type StyleScope } from './wxss'

/** The stylesheets of a bundle as CSS, for each colour scheme, and what could not be read: sentences with file, line and column. */
export interface Stylesheets {
  styles: Readonly<Record<Theme, string>>
  faults: readonly string[]
}

const IMPORTED = /^(?:url\(\s*)?["']?([^"')]+)["']?\s*\)?/

interface ParsedSheet {
  root: Root
  fault: string | undefined
}

/** Parses one file; what is no stylesheet is left out as a whole, as WeChat's compiler refuses it. */
const parse = (path: string, source: string): ParsedSheet => {
  try {
    return { root: postcss.parse(source), fault: undefined }
  } catch (error) {
    if (!(error instanceof CssSyntaxError)) throw error
    const { line = 1, column = 1, reason } = error
    return { root: postcss.root(), fault: `${path}:${line}:${column}: ${reason}` }
  }
}

/** Creates the reader of stylesheets; each file is parsed anew only when it changes. */
export const createStylesheets = () => {
  const parsed = perContent(parse)

  return (files: Files, config: AppConfig): Stylesheets => {
    const faults = new Set<string>()

    const read = (path: string): Root | undefined => {
      const source = files.read(path)
      if (source === undefined) return undefined
      const { root, fault } = parsed(path, source)
      if (fault !== undefined) faults.add(fault)
      return root.clone()
    }
    /** Puts imported files in the place of their `@import`; one that is already open is left out. */
    const putImports = (root: Root, path: string, open: readonly string[]) => {
      root.walkAtRules(/^import$/, (rule: AtRule) => {
        const [, request = ''] = IMPORTED.exec(rule.params.trim()) ?? []
        const target = resolvePath(path, request)
        const imported = open.includes(target) ? postcss.root() : read(target)
        if (imported === undefined) {
          const { line = 1, column = 1 } = rule.source?.start ?? {}
          faults.add(`${path}:${line}:${column}: ${request} is not found.`)
          rule.remove()
        } else {
          putImports(imported, target, [...open, target])
          rule.replaceWith(imported.nodes)
        }
      })
    }
    const translate = (path: string, scope: StyleScope) => {
      const root = read(path)
      if (root === undefined) return { light: '', dark: '' }
      putImports(root, path, [path])
      return translateWxss(root, scope)
    }

    const isComponent = (path: string) => files.read(path.replace(/wxss$/, 'wxml')) !== undefined
    const pages = new Set(config.pages.map((page) => `${page}.wxss`))
    const components = files
      .list()
      .filter((path) => path.endsWith('.wxss') && !pages.has(path) && isComponent(path))
    const sheets = [
      translate('app.wxss', 'everywhere'),
      ...components.map((path) => translate(path, 'everywhere')),
      ...config.pages.map((page) => translate(`${page}.wxss`, { page })),
    ]
    const joined = (theme: Theme) => sheets.map((sheet) => sheet[theme]).join('\n')
    return { styles: { light: joined('light'), dark: joined('dark') }, faults: [...faults] }
  }
}

import postcss, { CssSyntaxError, type AtRule, type Root } from 'postcss'
import type { AppConfig } from '../../host/core/app/app-config'
import { resolvePath } from '../../host/core/view/paths'
import type { Files } from '../../host/core/ports'
import { perContent } from '../../host/node/per-content'
import type { StyleSheet } from '../../host/browser/style-sheets'
import { translateWxss, type StyleOwner } from './wxss'

/** The stylesheets of a bundle as CSS, and what could not be read: sentences with file, line and column. */
export interface Stylesheets {
  styles: readonly StyleSheet[]
  faults: readonly string[]
}

const IMPORTED = /^(?:url\(\s*)?["']?([^"')]+)["']?\s*\)?/

/** Stylesheets that DevTools compiles by a plugin (guide "project.config.json", useCompilerPlugins). */
const UNCOMPILED = ['.scss', '.sass', '.less'] as const
const NOT_COMPILED = 'Sass and Less are not compiled here: put the compiled .wxss beside it.'

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
    const translate = (owner: StyleOwner, path: string): StyleSheet[] => {
      const file = `${path}.wxss`
      const root = read(file)
      if (root === undefined) {
        const source = UNCOMPILED.find((suffix) => files.read(path + suffix) !== undefined)
        if (source !== undefined) faults.add(`${path}${source}:1:1: ${NOT_COMPILED}`)
        return []
      }
      putImports(root, file, [file])
      return [{ path, ...translateWxss(root, owner, path) }]
    }

    const components = files
      .list()
      .flatMap((file) => (file.endsWith('.wxml') ? [file.slice(0, -'.wxml'.length)] : []))
      .filter((path) => !config.pages.includes(path))
    const styles = [
      ...translate('app', 'app'),
      ...components.flatMap((path) => translate('component', path)),
      ...config.pages.flatMap((path) => translate('page', path)),
    ]
    return { styles, faults: [...faults] }
  }
}

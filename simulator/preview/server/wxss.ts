import postcss, { type AtRule, type Rule } from 'postcss'
import { translateLengths } from '../../host/browser/lengths'

/** Where a stylesheet counts, and how the phone looks: what decides its translation. */
export interface StyleContext {
  /** `app.wxss` and components count everywhere, a page's stylesheet on that page only. */
  scope: 'everywhere' | { page: string }
  theme: 'light' | 'dark'
}

/** Attribute selectors and strings; classes, ids, pseudos; then what is left: names of elements. */
const SELECTOR_PARTS = /\[[^\]]*\]|[.#:][\w-]+|([a-z][\w-]*)/gi

const translateValue = (value: string) =>
  translateLengths(value).replace(
    /env\(\s*safe-area-inset-(top|right|bottom|left)/g,
    'var(--safe-area-inset-$1',
  )

const translateSelector = (selector: string) =>
  selector.replace(SELECTOR_PARTS, (whole: string, element?: string) =>
    element === undefined ? whole : `wx-${element}`,
  )

const inKeyframes = ({ parent }: Rule) =>
  parent?.type === 'atrule' && (parent as AtRule).name.endsWith('keyframes')

const translateTheme = (params: string, theme: StyleContext['theme']) =>
  params.replace(/\(\s*prefers-color-scheme\s*:\s*(light|dark)\s*\)/g, (_whole, wanted) =>
    wanted === theme ? '(min-width: 0)' : '(max-width: 0)',
  )

/**
 * Translates one WXSS file, its imports already resolved, into CSS for the preview: element selectors name the custom
 * elements of the host (`page` → `wx-page`), `rpx` becomes `vw`, safe areas become variables, and the colour scheme is
 * that of the simulated phone. Throws postcss's error, with line and column, when the file is no stylesheet.
 */
export const translateWxss = (source: string, { scope, theme }: StyleContext): string => {
  const root = postcss.parse(source)
  const prefix = scope === 'everywhere' ? '' : `:where([data-page="${scope.page}"]) `
  root.walkRules((rule) => {
    if (inKeyframes(rule)) return
    rule.selectors = rule.selectors.map((selector) => prefix + translateSelector(selector))
  })
  root.walkDecls((declaration) => {
    declaration.value = translateValue(declaration.value)
  })
  root.walkAtRules('media', (rule) => {
    rule.params = translateTheme(translateLengths(rule.params), theme)
  })
  return root.toString()
}

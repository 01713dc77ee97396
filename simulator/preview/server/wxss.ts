import type { AtRule, Root, Rule } from 'postcss'
import { translateLengths } from '../../host/browser/lengths'
import type { Theme } from '../bundle'

/** Where a stylesheet counts: `app.wxss` and components everywhere, a page's stylesheet on that page only. */
export type StyleScope = 'everywhere' | { page: string }

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

const themed = (params: string, theme: Theme) =>
  params.replace(/\(\s*prefers-color-scheme\s*:\s*(light|dark)\s*\)/g, (_whole, wanted) =>
    wanted === theme ? '(min-width: 0)' : '(max-width: 0)',
  )

/**
 * Translates WXSS, its imports already in their places, into CSS for the preview: element selectors name the custom
 * elements of the host (`page` → `wx-page`), `rpx` becomes `vw`, safe areas become variables, and the colour scheme is
 * that of the simulated phone. Changes `root`.
 */
export const translateWxss = (root: Root, scope: StyleScope): Readonly<Record<Theme, string>> => {
  const prefix = scope === 'everywhere' ? '' : `:where([data-page="${scope.page}"]) `
  root.walkRules((rule) => {
    if (inKeyframes(rule)) return
    rule.selectors = rule.selectors.map((selector) => prefix + translateSelector(selector))
  })
  root.walkDecls((declaration) => {
    declaration.value = translateValue(declaration.value)
  })
  const media: { rule: AtRule; params: string }[] = []
  root.walkAtRules('media', (rule) => {
    media.push({ rule, params: translateLengths(rule.params) })
  })
  const written = (theme: Theme) => {
    for (const { rule, params } of media) rule.params = themed(params, theme)
    return root.toString()
  }
  return { light: written('light'), dark: written('dark') }
}

import type { AtRule, Root, Rule } from 'postcss'
import { translateLengths } from '../../host/browser/lengths'
import type { Theme } from '../../host/browser/style-sheets'
import { styleScopeOf } from '../../host/core/view/style-isolation'

/** Whose a stylesheet is: that of a page counts on that page only, the classes of a component in it only. */
export type StyleOwner = 'app' | 'component' | 'page'

/** Attribute selectors, numbered children; classes, ids, pseudos; then what is left: names of elements. */
const SELECTOR_PARTS =
  /\[[^\]]*\]|:nth-[\w-]+\([^)]*\)|([.#:])((?:[\w-]|[^\0-\x7f]|\\.)+)|([a-z][\w-]*)/gi

const translateValue = (value: string) =>
  translateLengths(value).replace(
    /env\(\s*safe-area-inset-(top|right|bottom|left)/g,
    'var(--safe-area-inset-$1',
  )

/** Elements are the host's; classes have `scope` before them; `:host` is the node of the component itself. */
const translateSelector = (selector: string, scope: string | undefined) =>
  selector.replace(
    SELECTOR_PARTS,
    (whole: string, sign?: string, name?: string, element?: string) => {
      if (element !== undefined) return `wx-${element}`
      if (scope === undefined) return whole
      if (whole === ':host') return `[wx-host="${scope}"]`
      return sign === '.' ? `.${scope}--${name}` : whole
    },
  )

const inKeyframes = ({ parent }: Rule) =>
  parent?.type === 'atrule' && (parent as AtRule).name.endsWith('keyframes')

const themed = (params: string, theme: Theme) =>
  params.replace(/\(\s*prefers-color-scheme\s*:\s*(light|dark)\s*\)/g, (_whole, wanted) =>
    wanted === theme ? '(min-width: 0)' : '(max-width: 0)',
  )

/**
 * Translates WXSS, its imports already in their places, into CSS for the preview: element selectors name the
 * custom elements of the host (`page` → `wx-page`), classes are those of the page or component at `path`, `rpx`
 * becomes `vw`, safe areas become variables, and the colour scheme is that of the simulated phone. Changes `root`.
 */
export const translateWxss = (
  root: Root,
  owner: StyleOwner,
  path: string,
): Readonly<Record<Theme, string>> => {
  const place = owner === 'page' ? `:where([data-page="${path}"]) ` : ''
  const scope = owner === 'app' ? undefined : styleScopeOf(path)
  root.walkRules((rule) => {
    if (inKeyframes(rule)) return
    rule.selectors = rule.selectors.map((selector) => place + translateSelector(selector, scope))
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

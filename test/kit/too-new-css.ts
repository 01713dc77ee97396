import { parse } from 'postcss'

/** Declarations that Chromium 78 or iOS 12's WebKit do not know (caniuse.com), and what says the same. */
const PROPERTIES: Readonly<Record<string, string>> = {
  inset: 'use top, right, bottom and left',
  'inset-inline': 'use left and right',
  'inset-block': 'use top and bottom',
  'margin-inline': 'use margin-left and margin-right',
  'margin-block': 'use margin-top and margin-bottom',
  'padding-inline': 'use padding-left and padding-right',
  'padding-block': 'use padding-top and padding-bottom',
  'aspect-ratio': 'use a padding in percent',
  translate: 'use transform',
  rotate: 'use transform',
  scale: 'use transform',
}
const VALUES =
  /\b\d*\.?\d+[dsl]v[hwbi]\b|\b(?:min|max|clamp|color-mix|light-dark|oklch|oklab)\(|^anywhere$|\b(?:rgb|hsl)a?\([^,)]+\)/
const SELECTORS = /:(?:is|where|has)\b|:not\([^)]*,|&/
const AT_RULES = /^(?:container|layer|property|scope|starting-style)$/
const GAPS = /^(?:gap|row-gap|column-gap)$/
const RANGE = /[<>]/

/**
 * Takes the text of a stylesheet; returns a sentence for each thing in it that the oldest engines of .browserslistrc
 * skip. A gap is known to them in a grid, but not in a flex box: its rule has to say that it is a grid.
 */
export const tooNewCss = (css: string): string[] => {
  const root = parse(css)
  const grids = new Set<string>()
  const found: string[] = []
  root.walkRules(({ selectors, nodes }) => {
    const isGrid = nodes.some(
      (node) => node.type === 'decl' && node.prop === 'display' && node.value === 'grid',
    )
    if (isGrid) for (const one of selectors) grids.add(one)
  })
  root.walkAtRules(({ name, params }) => {
    if (AT_RULES.test(name) || (name === 'media' && RANGE.test(params))) {
      found.push(`@${name} ${params}`)
    }
  })
  root.walkRules(({ selector, selectors, nodes }) => {
    if (SELECTORS.test(selector)) found.push(selector)
    for (const node of nodes) {
      if (node.type !== 'decl') continue
      const { prop, value } = node
      const remedy = PROPERTIES[prop]
      if (remedy !== undefined) found.push(`${selector} { ${prop} }: ${remedy}`)
      if (VALUES.test(value)) found.push(`${selector} { ${prop}: ${value} }`)
      if (GAPS.test(prop) && !selectors.every((one) => grids.has(one))) {
        found.push(`${selector} { ${prop} }: only a grid has one, not a flex box`)
      }
    }
  })
  return found
}

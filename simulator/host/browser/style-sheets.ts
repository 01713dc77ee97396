import { styleScopeOf, type PageStyles } from '../core/view/style-isolation'

/** A colour scheme. */
export type Theme = 'light' | 'dark'

/** A stylesheet as CSS, each of its classes with the scope of its page or component before it. */
export interface StyleSheet extends Readonly<Record<Theme, string>> {
  /** Path in the bundle without suffix; `app` for all pages, without scope. */
  readonly path: string
}

const WITHOUT_PAGE: PageStyles = { takesAppStyles: true, shared: new Set() }

/** Puts the stylesheets of a bundle into the document; shows them as they count on a page. */
export const createStyleSheets = (document: Document, sheets: readonly StyleSheet[]) => {
  const style = document.head.appendChild(document.createElement('style'))
  let shown = ''
  return {
    show: (theme: Theme, { takesAppStyles, shared } = WITHOUT_PAGE) => {
      const wanted = [theme, takesAppStyles, ...shared].join()
      if (wanted === shown) return
      shown = wanted
      style.textContent = sheets
        .filter(({ path }) => path !== 'app' || takesAppStyles)
        .map(({ path, [theme]: css }) =>
          shared.has(path) ? css.replaceAll(`.${styleScopeOf(path)}--`, '.') : css,
        )
        .join('\n')
    },
  }
}

/** The routes of the app, as app.config.ts has them: without a leading slash. */
export interface Routes {
  readonly pages: readonly string[]
  readonly tabs: readonly string[]
  /** Where people sign in: never a target, or they would come back to it for ever. */
  readonly signIn: readonly string[]
}

/** Where to go back to after a sign-in. Tab pages take no query and need another call of WeChat's. */
export type Target =
  { readonly kind: 'page'; readonly url: string } | { readonly kind: 'tab'; readonly url: string }

const LONGEST = 512

/**
 * The one in-app page a `redirect` parameter names, or undefined: anything that is not exactly a known page
 * is refused, other hosts, dots and the sign-in pages among it (docs/wechat.md 7.6, 9.3).
 * @param redirect as it came in the query, percent-encoded once or not at all
 */
export const redirectTarget = (redirect = '', routes: Routes): Target | undefined => {
  const wanted = /^%2f/i.test(redirect) ? decoded(redirect) : redirect
  if (wanted === undefined || wanted.length > LONGEST) return undefined
  const [, path = '', query = ''] = /^\/?([a-z0-9/_-]+)(\?[^#\s\\]*)?$/i.exec(wanted) ?? []
  if (routes.signIn.includes(path)) return undefined
  if (routes.tabs.includes(path)) return { kind: 'tab', url: `/${path}` }
  return routes.pages.includes(path) ? { kind: 'page', url: `/${path}${query}` } : undefined
}

/**
 * The `redirect` parameter that leads back to a page: the counterpart of redirectTarget().
 * @param query its values as they are, or percent-encoded still, which is how WeChat hands them to a page
 */
export const redirectQuery = (
  path: string,
  query: Readonly<Record<string, string | undefined>>,
) => {
  const pairs = Object.entries(query).flatMap(([name, value]) =>
    value === undefined
      ? []
      : [`${encodeURIComponent(name)}=${encodeURIComponent(decoded(value) ?? value)}`],
  )
  const back = `/${path.replace(/^\//, '')}${pairs.length > 0 ? `?${pairs.join('&')}` : ''}`
  return `redirect=${encodeURIComponent(back)}`
}

const decoded = (text: string): string | undefined => {
  try {
    return decodeURIComponent(text)
  } catch {
    return undefined
  }
}

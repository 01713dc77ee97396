/** Resolves a WeChat path: relative to the file `from`, or from the root when it starts with `/`. */
export const resolvePath = (from: string, request: string): string => {
  const base = request.startsWith('/') ? [] : from.split('/').slice(0, -1)
  const out: string[] = base
  for (const part of request.split('/')) {
    if (part === '..') out.pop()
    else if (part !== '.' && part !== '') out.push(part)
  }
  return out.join('/')
}

/**
 * Splits `/pages/a/b?x=1&y=2` (or a path relative to the page `from`) into route and query. Values stay as
 * written: WeChat passes them to `onLoad` undecoded. Only the first question mark ends the route
 * (guide "page route").
 */
export const parseUrl = (from: string, url: string) => {
  const [path = '', ...rest] = url.split('?')
  const search = rest.join('?')
  const pairs = search.split('&').filter((pair) => pair !== '')
  const query = Object.fromEntries(
    pairs.map((pair) => {
      const [key = '', ...value] = pair.split('=')
      return [key, value.join('=')]
    }),
  )
  return { path: resolvePath(from, path), query }
}

const decodable = (text: string): string => {
  try {
    decodeURIComponent(text)
    return text.replaceAll('#', '%23')
  } catch {
    return encodeURIComponent(text)
  }
}

/** The address of a page as the framework reads properties out of it, which decodes every value: a bare percent sign stays one. */
export const addressOf = (path: string, query: Readonly<Record<string, string>>): string => {
  const pairs = Object.entries(query).map((pair) => pair.map(decodable).join('='))
  return pairs.length === 0 ? path : `${path}?${pairs.join('&')}`
}

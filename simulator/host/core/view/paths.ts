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
 * Splits `/pages/a/b?x=1&y=2` (or a path relative to the page `from`) into route and query.
 * Values stay as written: WeChat interactions them to `onLoad` undecoded.
 */
export const parseUrl = (from: string, url: string) => {
  const [path = '', search = ''] = url.split('?', 2)
  const pairs = search.split('&').filter((pair) => pair !== '')
  const query = Object.fromEntries(
    pairs.map((pair) => {
      const [key = '', ...value] = pair.split('=')
      return [key, value.join('=')]
    }),
  )
  return { path: resolvePath(from, path), query }
}

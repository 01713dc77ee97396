import { resolvePath } from '../view/paths'

/** Looks for a file under several names; undefined when the bundle has none of them. */
type Find = (base: string) => string | undefined

/** The folders above a file, nearest first; the root is the empty one. */
const foldersAbove = (from: string): readonly string[] => {
  const parts = from.split('/').slice(0, -1)
  return [...parts.map((_part, index) => parts.slice(0, parts.length - index).join('/')), '']
}

const inNpm = (from: string, request: string, find: Find) => {
  for (const folder of foldersAbove(from)) {
    const found = find(`${folder === '' ? '' : `${folder}/`}miniprogram_npm/${request}`)
    if (found !== undefined) return found
  }
  return undefined
}

/** `resolveAlias` of app.json: `{"@/*": "/*"}` writes another path for a request. */
const aliased = (request: string, alias: Readonly<Record<string, string>>) => {
  for (const [name, target] of Object.entries(alias)) {
    const prefix = name.replace(/\*$/, '')
    const matches = name.endsWith('*') ? request.startsWith(prefix) : request === name
    if (matches) return `/${target.replace(/^\/|\*$/g, '')}${request.slice(prefix.length)}`
  }
  return request
}

/**
 * Resolves a path that a file requires as WeChat does (guides "Module", "npm", "Using custom components"): from the
 * root, relative to the file, and without a dot also in `miniprogram_npm` of every folder above. `find` looks for a
 * path under the names that its file may have.
 */
export const resolveRequest = (
  from: string,
  request: string,
  alias: Readonly<Record<string, string>>,
  find: Find,
): string | undefined => {
  const wanted = aliased(request, alias)
  const own = find(resolvePath(from, wanted))
  if (own !== undefined || /^\.{0,2}\//.test(wanted)) return own
  return inNpm(from, wanted, find)
}

import type { Device } from '../phone/device'

/** Where a path leads: into the folder of the app's own, to a saved or a temporary file, into the package, or nowhere. */
export interface Place {
  kind: 'user' | 'saved' | 'temporary' | 'package' | 'nowhere'
  /** The path without what names the kind; the root of a kind is the empty text. */
  path: string
}

/** How local paths begin: `http` in DevTools, `wxfile` elsewhere (guide "文件系统"). */
const schemeOf = ({ platform }: Pick<Device, 'platform'>): string =>
  platform === 'devtools' ? 'http' : 'wxfile'

/** `a//b/./c/` and `a/b/x/../c` are `a/b/c`; undefined for a path that leads out of its root. */
export const normal = (path: string): string | undefined => {
  const names: string[] = []
  for (const name of path.split('/')) {
    if (name === '..' && names.pop() === undefined) return undefined
    if (name !== '' && name !== '.' && name !== '..') names.push(name)
  }
  return names.join('/')
}

const NOWHERE: Place = { kind: 'nowhere', path: '' }

/**
 * Creates the reader of paths of one phone (guide "文件系统"): `wxfile://usr/a` is the app's own file,
 * `wxfile://store_a` one that it saved, and `a/b` or `/a/b` lies in the package, where `./a` and `../a` name
 * nothing.
 */
export const createPlaces = (device: Pick<Device, 'platform'>) => {
  const scheme = schemeOf(device)
  const userRoot = `${scheme}://usr`

  const placeOf = (path: string): Place => {
    if (path.startsWith('http://tmp/')) return { kind: 'temporary', path }
    if (path === userRoot || path.startsWith(`${userRoot}/`)) {
      const inside = normal(path.slice(userRoot.length))
      return inside === undefined ? NOWHERE : { kind: 'user', path: inside }
    }
    if (path.startsWith(`${scheme}://store_`)) return { kind: 'saved', path }
    if (/^\w+:/.test(path) || /^\.{1,2}\//.test(path)) return NOWHERE
    const inside = normal(path)
    return inside === undefined ? NOWHERE : { kind: 'package', path: inside }
  }

  return {
    userRoot,
    placeOf,
    /** A path of a saved file that is not taken: the number goes up. */
    savedPath: (number: number, extension: string) =>
      `${scheme}://store_${String(number).padStart(6, '0')}${extension}`,
  }
}

import { supports } from '../../../wx/versions'
import type { Realm } from '../ports'
import { resolvePath } from './paths'

/** Members of a router; all but the last take an address. */
const MOVES = ['navigateTo', 'redirectTo', 'switchTab', 'reLaunch', 'navigateBack'] as const

/** The base library that brought them. */
const SINCE = '2.16.1'

const absolute = (from: string, url: string) => {
  const [path = '', ...query] = url.split('?')
  return [`/${resolvePath(from, path)}`, ...query].join('?')
}

/**
 * Creates what makes the routers of pages and components (API reference "Router"): the calls of `wx` by the same names,
 * whose relative addresses count `from` the file given, whatever page is on screen by then. Undefined below base
 * library 2.16.1.
 */
export const createPageRouters = (
  { adopt }: Pick<Realm, 'adopt'>,
  { libVersion }: { libVersion: string },
  wx: () => object,
) => {
  const made = new Map<string, object>()
  const call = (name: string, option: unknown): unknown => {
    const move: unknown = Reflect.get(wx(), name)
    return typeof move === 'function' ? Reflect.apply(move, undefined, [option]) : undefined
  }
  const counted = (from: string, option: unknown): unknown => {
    if (typeof option !== 'object' || option === null || !('url' in option)) return option
    const { url } = option
    return typeof url === 'string' && url !== '' ? { ...option, url: absolute(from, url) } : option
  }
  const make = (from: string) =>
    adopt(
      Object.fromEntries(
        MOVES.map((name) => [name, (option?: unknown) => call(name, counted(from, option))]),
      ),
    )
  return (from: string): object | undefined => {
    if (!supports(libVersion, SINCE)) return undefined
    const router = made.get(from) ?? make(from)
    made.set(from, router)
    return router
  }
}

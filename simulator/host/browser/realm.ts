import { createAdopt } from '../core/logic/adopt'
import { forbidDynamicCode } from '../core/logic/dynamic-code'
import type { Realm } from '../core/ports'
import { namesToHide } from './window-names'

/** What a browser's stack writes before the path of a file of the bundle. */
export const SCRIPT_ROOT = 'weapp:///'

/** Lines that stand above a file's own as a browser counts: two of `new Function`, one of ours. */
export const LINES_ABOVE = 3

/**
 * A logic layer inside a browser frame: every file runs as a function whose parameters hide what a window has. Code
 * that looks for a way around them finds one; the bare context in Node has none.
 */
export const createBrowserRealm = (): Realm => {
  const hidden = namesToHide(window)
  const globals = Object.assign(Object.create(null), { Function, Date }) as Record<string, unknown>
  globals['globalThis'] = globals
  forbidDynamicCode(globals)

  return {
    globals,
    run: (source, fileName, scope) => {
      // Inside the hidden names come the globals, looked up each time: `Component` changes from file to file.
      // The file is a function inside both, so that it may declare any of these names for itself.
      const body =
        `with (globals$) return function (${Object.keys(scope).join(', ')}) {\n${source}\n}\n` +
        `//# sourceURL=${SCRIPT_ROOT}${fileName}`
      const make = new Function('globals$', ...hidden, body)
      const run = make(globals) as () => unknown
      return Reflect.apply(run, globals, Object.values(scope))
    },
    adopt: createAdopt({
      array: (values) => [...values],
      object: () => ({}),
      bytes: (source) => Uint8Array.from(source).buffer,
      date: (ms) => new Date(ms),
    }),
  }
}

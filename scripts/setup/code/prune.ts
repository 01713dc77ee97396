import { exportedNames, withoutExport } from './exports'
import { graphOf, isApi } from './graph'
import type { State } from './state'

const APP = /^(src|config)\//

/** Removes files that were reached before and are not now: from the app, or, of tests and scripts, from anything. */
export const pruneFiles = ({ tree, before }: State): void => {
  const production = graphOf(tree, 'production').reachable
  const all = graphOf(tree, 'all').reachable
  for (const path of tree.paths()) {
    const [was, is] = APP.test(path) ? [before.production, production] : [before.all, all]
    if (was.reachable.has(path) && !is.has(path)) tree.remove(path)
  }
}

const OURS = /^(src|config|scripts|test|server\/test\/wechat)\//

/**
 * Closes exports that something used before and nothing uses now. What only tests still use of the app goes with its
 * tests, unless the file itself needs it.
 */
export const pruneExports = ({ tree, before, gone }: State): void => {
  const production = graphOf(tree, 'production').users
  const all = graphOf(tree, 'all').users
  const isOpen = (path: string) => OURS.test(path) && /\.tsx?$/.test(path) && !isApi(path)
  for (const path of tree.paths().filter(isOpen)) {
    const text = tree.read(path)
    const lost = exportedNames(path, text).filter((name) => {
      const key = `${path}#${name}`
      const isLostByTests = before.all.users.has(key) && !all.has(key)
      const isLostByApp = before.production.users.has(key) && !production.has(key)
      return isLostByTests || (APP.test(path) && isLostByApp)
    })
    const isOwn = (name: string) => (text.match(new RegExp(`\\b${name}\\b`, 'g'))?.length ?? 0) > 1
    const closed = lost.filter((name) => !isOwn(name) || !all.has(`${path}#${name}`))
    if (closed.length === 0) continue
    tree.write(path, withoutExport(path, text, new Set(closed)))
    for (const name of closed) gone.add(`${path}#${name}`)
  }
}

import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { DOMWindow } from 'jsdom'
import type { Framework, Realm } from '../core/ports'

const packages = createRequire(import.meta.url)
const sources = new Map<string, string>()

const sourceOf = (name: string) => {
  const known = sources.get(name)
  if (known !== undefined) return known
  const source = readFileSync(packages.resolve(name), 'utf8')
  sources.set(name, source)
  return source
}

/**
 * Loads glass-easel and its adapter inside the realm, with a window that only they see: so that
 * `properties: {type: Object}` names the same `Object`, and two phones share nothing.
 */
export const loadFramework = (realm: Realm, window: DOMWindow): Framework => {
  const load = (name: string, required: Record<string, unknown>) => {
    const module = { exports: {} }
    realm.run(sourceOf(name), name, {
      module,
      exports: module.exports,
      require: (wanted: string) => required[wanted],
      window,
      document: window.document,
      process: { env: { NODE_ENV: 'production' } },
      console,
    })
    return module.exports
  }
  const glassEasel = load('glass-easel', {})
  const adapter = load('glass-easel-miniprogram-adapter', { 'glass-easel': glassEasel })
  return { glassEasel, adapter } as Framework
}

import type { Files, Realm } from './ports'
import { resolvePath } from './paths'

interface Module {
  exports: unknown
}

/** WeChat's module system over the files of a bundle. */
export interface Modules {
  /** Runs a file once (path with `.js`) and gives its exports. */
  load(path: string): unknown
}

/**
 * `require`, `module` and `exports` as WeChat's logic layer gives them: paths with or without `.js`,
 * relative or from the root, one execution per file, and no reaching into another sub-package.
 */
export const createModules = (
  files: Files,
  realm: Realm,
  subPackages: readonly string[],
): Modules => {
  const loaded = new Map<string, Module>()
  const packageOf = (path: string) => subPackages.find((root) => path.startsWith(root))

  const load = (path: string): unknown => {
    const known = loaded.get(path)
    if (known !== undefined) return known.exports
    const source = files.read(path)
    if (source === undefined) throw new Error(`module '${path}' is not defined`)
    const module: Module = { exports: realm.adopt({}) }
    loaded.set(path, module)
    realm.run(source, path, { require: requireFrom(path), module, exports: module.exports })
    return module.exports
  }

  const requireFrom = (from: string) => (request: string) => {
    const resolved = resolvePath(from, request)
    const path = resolved.endsWith('.js') ? resolved : `${resolved}.js`
    const target = packageOf(path)
    if (target !== undefined && target !== packageOf(from)) {
      throw new Error(`module '${path}' is in another sub-package, require args is '${request}'`)
    }
    return load(path)
  }

  return { load }
}

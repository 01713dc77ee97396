import { isIndependent, type AppConfig } from '../app/app-config'
import type { Files, Realm } from '../ports'
import { resolvePath } from '../view/paths'
import type { Activity } from './activity'
import { resolveRequest } from './resolve'

interface Module {
  exports: unknown
}

/** WeChat's module system over the files of a bundle. */
export interface Modules {
  /** Runs a file once (path with `.js`) and returns its exports. */
  load: (path: string) => unknown
}

type Succeed = (exports: unknown) => void
type Fail = (failure: { mod: string; errMsg: string }) => void

/**
 * `require`, `module` and `exports` as WeChat's logic layer has them (guide "Module"): paths with or without
 * `.js`, relative, from the root or in `miniprogram_npm`, one execution per file. Another sub-package is reached
 * asynchronously only, by `require.async` or with callbacks (guide "Asynchronous sub-packages").
 */
export const createModules = (
  files: Files,
  realm: Realm,
  config: Pick<AppConfig, 'subPackages' | 'independent' | 'resolveAlias'>,
  { after }: Pick<Activity, 'after'>,
): Modules => {
  const { subPackages, resolveAlias } = config
  const loaded = new Map<string, Module>()
  const packageOf = (path: string) => subPackages.find((root) => path.startsWith(root))
  const find = (base: string) =>
    [base, `${base}.js`, `${base}/index.js`].find(
      (path) => path.endsWith('.js') && files.read(path) !== undefined,
    )

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

  const locate = (from: string, request: unknown) => {
    if (typeof request !== 'string') throw new Error('require args must be a string')
    const path = resolveRequest(from, request, resolveAlias, find)
    if (path !== undefined) return path
    const missing = resolvePath(from, request)
    throw new Error(
      `module '${missing.endsWith('.js') ? missing : `${missing}.js`}' is not defined, require args is '${request}'`,
    )
  }

  const requireAt = (from: string, request: unknown) => {
    const path = locate(from, request)
    const target = packageOf(path)
    const isElsewhere = target !== packageOf(from)
    if (isElsewhere && (target !== undefined || isIndependent(config, from))) {
      throw new Error(
        `module '${path}' is in another ${target === undefined ? '' : 'sub-'}package, require args is '${String(request)}'`,
      )
    }
    return load(path)
  }

  /** Fetches the package first, which takes a task of its own, then runs the module. */
  const requireLater = (from: string, request: string, succeed: Succeed, fail: Fail) => {
    after(0, 'require', () => {
      let exports: unknown
      try {
        exports = load(locate(from, request))
      } catch (error) {
        const errMsg = error instanceof Error ? error.message : String(error)
        fail(realm.adopt({ mod: request, errMsg }))
        return
      }
      succeed(exports)
    })
  }

  const requireFrom = (from: string) => {
    const require = (request: string, succeed?: Succeed, fail?: Fail): unknown => {
      if (succeed === undefined && fail === undefined) return requireAt(from, request)
      requireLater(from, request, succeed ?? (() => undefined), fail ?? (() => undefined))
      return undefined
    }
    const RealmPromise = (realm.globals['Promise'] ?? Promise) as PromiseConstructor
    const async = (request: string) =>
      new RealmPromise((resolve, reject) => requireLater(from, request, resolve, reject))
    return Object.assign(require, { async })
  }

  return { load }
}

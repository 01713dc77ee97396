import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { createContext, Script } from 'node:vm'

type Options = Record<string, unknown>

const noop = () => undefined

/** `wx` with every function that WeChat has, all of which return an empty object at once: Taro wraps each of them at launch. */
const silentWx = (names: readonly string[]) =>
  Object.fromEntries(names.map((name): [string, unknown] => [name, () => ({})]))

const call = (target: Options, method: string, argument: unknown) => {
  const handler = target[method]
  if (typeof handler === 'function') Reflect.apply(handler, target, [argument])
}

/** A mini-program that has drawn its first page. */
export interface Launched {
  /** From the first byte of app.js to the first setData of the page. */
  readonly milliseconds: number
  /** Everything that the mini-program holds stays in memory as long as this does. */
  readonly held: unknown
}

/**
 * Launches a mini-program up to the first setData of a page, in a bare context without WeChat.
 * @param folder a built mini-program
 * @param page its first page
 * @param names the members of `wx`
 */
export const launch = async (
  folder: string,
  page: string,
  names: readonly string[],
): Promise<Launched> => {
  let app: Options = {}
  let first: Options = {}
  const modules = new Map<string, { exports: unknown }>()
  const context = createContext({
    wx: silentWx(names),
    console: { log: noop, info: noop, warn: noop, error: noop },
    setTimeout,
    clearTimeout,
    setInterval,
    clearInterval,
    App: (options: Options) => (app = options),
    Page: (options: Options) => (first = options),
    Component: noop,
    getApp: () => app,
    getCurrentPages: () => [first],
  })
  const load = (path: string): unknown => {
    const known = modules.get(path)
    if (known !== undefined) return known.exports
    const module = { exports: {} }
    modules.set(path, module)
    const text = readFileSync(join(folder, path), 'utf8')
    const run = new Script(`(function (require, module, exports) {${text}\n})`).runInContext(
      context,
    ) as (...scope: unknown[]) => void
    const require = (wanted: string) =>
      load(`${join(dirname(path), wanted).replace(/\.js$/, '')}.js`)
    run(require, module, module.exports)
    return module.exports
  }
  const began = performance.now()
  load('app.js')
  load(`${page}.js`)
  call(app, 'onLaunch', { path: page, query: {}, scene: 1001 })
  call(app, 'onShow', { path: page, query: {}, scene: 1001 })
  return new Promise((done) => {
    const instance: Options = Object.assign(Object.create(first) as Options, {
      route: page,
      setData: (_data: unknown, drawn?: () => void) => {
        done({ milliseconds: performance.now() - began, held: [context, modules, app, instance] })
        drawn?.()
      },
    })
    call(instance, 'onLoad', {})
    call(instance, 'onShow', {})
  })
}

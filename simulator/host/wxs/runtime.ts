import { createBuiltIns, type WxsSurroundings } from './built-ins'
import { DESCRIPTIONS, hasMember, kindOf } from './members'

type Body = ($: object, require: unknown) => unknown

const hasOwn = (value: unknown, name: string) => Object.prototype.hasOwnProperty.call(value, name)
const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null

const IDENTITY = { callee: true, prototype: true, caller: true, arguments: true } as const

/**
 * What compiled WXS runs on (guide "WXS"): members by allowlist, `constructor` as the name of the kind, built-ins
 * of its own. A value of JavaScript that WXS cannot name (a function of the logic layer, a prototype) is undefined
 * to it.
 */
export const createWxsRuntime = (
  around: WxsSurroundings,
  report: (file: string, error: unknown) => void,
) => {
  const ours = new WeakSet<object>()
  /** Marks a function as WXS's own, which WXS may call. */
  const own = <T>(value: T): T => {
    if (typeof value === 'function') ours.add(value)
    return value
  }
  const builtIns = createBuiltIns(around, own)
  const globals: Record<string, unknown> = Object.create(null) as Record<string, unknown>

  const known = (value: unknown) =>
    typeof value === 'function' && !ours.has(value) ? undefined : value

  const describe = (target: unknown, kind: string) =>
    own(() => DESCRIPTIONS[kind] ?? String(target))

  const get = (target: unknown, key: unknown): unknown => {
    if (target === null || target === undefined) {
      throw new TypeError(`Cannot read property '${String(key)}' of ${String(target)}`)
    }
    const name = String(key)
    const kind = kindOf(target)
    if (
      hasOwn(target, name) &&
      !(typeof target === 'function' && name in IDENTITY) &&
      kind !== 'String'
    ) {
      if (kind !== 'Arguments' || !(name in IDENTITY)) {
        return known(Reflect.get(target as object, name))
      }
    }
    if (kind === 'String' && /^\d+$/.test(name)) return (target as string)[Number(name)]
    if (name === 'constructor') return kind === 'Arguments' ? 'Object' : kind
    if (name === 'toString' && kind in DESCRIPTIONS) return describe(target, kind)
    if (!hasMember(kind, name)) return undefined
    const member: unknown = Reflect.get(Object(target) as object, name)
    return typeof member === 'function' ? own(member) : member
  }

  const set = (target: unknown, key: unknown, value: unknown): unknown => {
    if (target === null || target === undefined) {
      throw new TypeError(`Cannot set property '${String(key)}' of ${String(target)}`)
    }
    if (!isObject(target) && typeof target !== 'function') return value
    const name = String(key)
    if (hasOwn(target, name) && name !== '__proto__') Reflect.set(target, name, value)
    else {
      Reflect.defineProperty(target, name, {
        value,
        writable: true,
        enumerable: true,
        configurable: true,
      })
    }
    return value
  }

  const plain = (callee: unknown, given: unknown[], self?: unknown): unknown => {
    if (typeof callee !== 'function' || !ours.has(callee)) {
      throw new TypeError('This is not a function of WXS.')
    }
    return known(Reflect.apply(callee, self, given))
  }

  const operations = {
    own,
    get,
    set,
    plain,
    call: (target: unknown, key: unknown, given: unknown[]) => {
      const method = get(target, key)
      if (typeof method !== 'function') throw new TypeError(`${String(key)} is not a function`)
      return plain(method, given, target)
    },
    update: (target: unknown, key: unknown, next: (current: unknown) => unknown) =>
      set(target, key, next(get(target, key))),
    /** `target[key]++`: the value before the step. */
    after: (target: unknown, key: unknown, by: number) => {
      const before = Number(get(target, key))
      set(target, key, before + by)
      return before
    },
    remove: (target: unknown, key: unknown) =>
      isObject(target) && Reflect.deleteProperty(target, String(key)),
    self: (value: unknown) => (isObject(value) || typeof value === 'function' ? value : {}),
    global: (name: string) => {
      if (name in globals) return globals[name]
      if (hasOwn(builtIns, name)) return builtIns[name]
      throw new ReferenceError(`${name} is not defined`)
    },
    typeOf: (name: string) =>
      typeof (name in globals
        ? globals[name]
        : hasOwn(builtIns, name)
          ? builtIns[name]
          : undefined),
    define: (name: string, value: unknown) => {
      globals[name] = value
      return value
    },
  }

  return {
    own,
    /** Whether WXS may call a function: its own ones, and those given to it. */
    isOwn: (value: unknown) => typeof value === 'function' && ours.has(value),
    /** Runs a module; what it throws is reported with its file, and the module exports nothing. */
    run: (file: string, require: unknown, body: Body): unknown => {
      try {
        return body(operations, require)
      } catch (error) {
        report(file, error)
        return {}
      }
    },
    /** A module that could not be compiled, or is not there. */
    refused: (file: string, sentence: string): object => {
      report(file, new SyntaxError(sentence))
      return {}
    },
  }
}

/** What compiled WXS calls as `$`. */
export type WxsRuntime = ReturnType<typeof createWxsRuntime>

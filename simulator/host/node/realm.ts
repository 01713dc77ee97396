import vm from 'node:vm'
import type { Realm } from '../core/ports'

/** `new Function('return this')` is the one dynamic code WeChat allows. */
const GLOBAL_THIS_IDIOM = /^\s*return this;?\s*$/

/** WeChat's logic layer refuses code from strings (guide, "JavaScript support": eval and new Function). */
const forbidDynamicCode = (globals: Record<string, unknown>) => {
  const allow = (source: unknown[]) => {
    if (source.length === 1 && GLOBAL_THIS_IDIOM.test(String(source[0]))) return () => globals
    throw new EvalError(
      'Code generation from strings disallowed: WeChat runs no eval and no new Function.',
    )
  }
  globals['Function'] = new Proxy(globals['Function'] as () => void, {
    apply: (_target, _self, source) => allow(source),
    construct: (_target, source) => allow(source),
  })
}

/** Creates a bare logic context: the language alone, with plain data copied in at the border. */
export const createRealm = (): Realm => {
  const context = vm.createContext({}, { codeGeneration: { strings: false, wasm: false } })
  const globals = vm.runInContext('globalThis', context) as Record<string, unknown>
  const emptyObject = vm.runInContext('() => ({})', context) as () => Record<string, unknown>
  const arrayFrom = vm.runInContext('(values) => Array.from(values)', context) as <T>(
    values: T[],
  ) => T[]
  const bytesFrom = vm.runInContext('(bytes) => Uint8Array.from(bytes).buffer', context) as (
    bytes: Uint8Array,
  ) => ArrayBuffer

  delete globals['WebAssembly']
  forbidDynamicCode(globals)

  const adoptValue = (value: unknown): unknown => {
    if (typeof value !== 'object' || value === null) return value
    if (Array.isArray(value)) return arrayFrom(value.map(adoptValue))
    if (Object.prototype.toString.call(value) === '[object ArrayBuffer]') {
      return bytesFrom(new Uint8Array(value as ArrayBuffer))
    }
    const copy = emptyObject()
    for (const [key, item] of Object.entries(value)) copy[key] = adoptValue(item)
    return copy
  }

  return {
    globals,
    run: (source, fileName, scope) => {
      const body = vm.compileFunction(source, Object.keys(scope), {
        filename: fileName,
        parsingContext: context,
      })
      return Reflect.apply(body, undefined, Object.values(scope)) as unknown
    },
    adopt: <T>(value: T) => adoptValue(value) as T,
  }
}

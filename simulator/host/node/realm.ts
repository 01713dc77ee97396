import vm from 'node:vm'
import { createAdopt } from '../core/logic/adopt'
import { forbidDynamicCode } from '../core/logic/dynamic-code'
import type { Realm } from '../core/ports'
import { scriptOf } from './script'

/** Every phone of a process runs the same few large files: V8 compiles each once, not once per phone. */
const compiled = new Map<string, vm.Script>()

const functionOf = (source: string, fileName: string, parameters: readonly string[]) => {
  const key = [fileName, parameters.join(), source].join('\n')
  const known = compiled.get(key)
  if (known !== undefined) return known
  const script = scriptOf(source, fileName, parameters)
  compiled.set(key, script)
  return script
}

/** Creates a bare logic context: the language alone, with plain data copied in at the border. */
export const createRealm = (): Realm => {
  const context = vm.createContext({}, { codeGeneration: { strings: false, wasm: false } })
  const globals = vm.runInContext('globalThis', context) as Record<string, unknown>
  const emptyObject = vm.runInContext('() => ({})', context) as () => Record<string, unknown>
  const arrayFrom = vm.runInContext('(values) => Array.from(values)', context) as (
    values: unknown[],
  ) => unknown[]
  const bytesFrom = vm.runInContext('(bytes) => Uint8Array.from(bytes).buffer', context) as (
    bytes: Uint8Array,
  ) => ArrayBuffer

  const dateFrom = vm.runInContext('(ms) => new Date(ms)', context) as (ms: number) => Date

  delete globals['WebAssembly']
  forbidDynamicCode(globals)

  return {
    globals,
    run: (source, fileName, scope) => {
      const body = functionOf(source, fileName, Object.keys(scope)).runInContext(
        context,
      ) as () => unknown
      return Reflect.apply(body, undefined, Object.values(scope)) as unknown
    },
    adopt: createAdopt({
      array: arrayFrom,
      object: emptyObject,
      bytes: bytesFrom,
      date: dateFrom,
    }),
  }
}

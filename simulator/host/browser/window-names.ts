/** The language itself: what WeChat's logic layer has, and nothing more. */
const LANGUAGE: readonly string[] = [
  ...['undefined', 'NaN', 'Infinity', 'Object', 'Array', 'Boolean', 'Number', 'String', 'Symbol'],
  ...['BigInt', 'Date', 'Math', 'JSON', 'RegExp', 'Promise', 'Proxy', 'Reflect', 'Map', 'Set'],
  ...['WeakMap', 'WeakSet', 'WeakRef', 'FinalizationRegistry', 'Error', 'AggregateError'],
  ...['EvalError', 'RangeError', 'ReferenceError', 'SyntaxError', 'TypeError', 'URIError'],
  ...['ArrayBuffer', 'SharedArrayBuffer', 'Atomics', 'DataView', 'Int8Array', 'Uint8Array'],
  ...['Uint8ClampedArray', 'Int16Array', 'Uint16Array', 'Int32Array', 'Uint32Array'],
  ...['Float32Array', 'Float64Array', 'BigInt64Array', 'BigUint64Array', 'parseInt', 'parseFloat'],
  ...['isNaN', 'isFinite', 'encodeURI', 'encodeURIComponent', 'decodeURI', 'decodeURIComponent'],
  ...['escape', 'unescape', 'Intl', 'Iterator', 'this', 'null', 'true', 'false'],
]

const IDENTIFIER = /^[A-Za-z_$][\w$]*$/

/** Names that no browser has, and Node or a worker would: hidden as well, so that code cannot detect it. */
const ELSEWHERE: readonly string[] = ['process', 'Buffer', 'global', 'require', 'importScripts']

/** Every global of a browser window that is not the language: what code of a bundle must not see. */
export const namesToHide = (window: object): readonly string[] => {
  const found = new Set(ELSEWHERE)
  for (let from: object | null = window; from !== null; from = Object.getPrototypeOf(from)) {
    for (const name of Object.getOwnPropertyNames(from)) {
      if (IDENTIFIER.test(name) && !LANGUAGE.includes(name)) found.add(name)
    }
  }
  return [...found]
}

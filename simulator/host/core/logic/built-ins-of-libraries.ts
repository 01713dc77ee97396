import { supports } from '../../../wx/versions'

/**
 * Built-ins of the language, with the base library from which on every phone has them: by a polyfill of the
 * library, or because the library runs on no older engine (npm miniprogram-compat 1.0.5: polyfills by core-js
 * module, oldest engines by library).
 */
const SINCE: Readonly<Record<string, readonly string[]>> = {
  '2.16.1': [
    ...['Array.prototype.flat', 'Array.prototype.flatMap', 'Object.fromEntries', 'Object.values'],
    ...['Object.entries', 'Object.getOwnPropertyDescriptors', 'Promise.prototype.finally'],
    ...['Promise.allSettled', 'Promise.any', 'AggregateError', 'globalThis'],
    ...['String.prototype.padStart', 'String.prototype.padEnd', 'String.prototype.trimStart'],
    ...['String.prototype.trimEnd', 'String.prototype.matchAll', 'String.prototype.replaceAll'],
    'Symbol.prototype.description',
  ],
  '2.23.1': [
    ...['Array.prototype.at', 'String.prototype.at', 'Array.prototype.findLast', 'Object.hasOwn'],
    'Array.prototype.findLastIndex',
  ],
  '2.30.3': [
    ...['Array.prototype.toReversed', 'Array.prototype.toSorted', 'Array.prototype.toSpliced'],
    ...['Array.prototype.with', 'Array.fromAsync', 'String.prototype.isWellFormed'],
    ...[
      'String.prototype.toWellFormed',
      'Iterator',
      'Set.prototype.union',
      'Set.prototype.difference',
    ],
    ...['Set.prototype.intersection', 'Set.prototype.isSubsetOf', 'Set.prototype.isSupersetOf'],
    ...['Set.prototype.isDisjointFrom', 'Set.prototype.symmetricDifference'],
  ],
  '3.6.0': ['BigInt', 'BigInt64Array', 'BigUint64Array'],
}

/** Built-ins that no base library brings to its oldest phone, iOS 14. */
const NOT_YET: readonly string[] = [
  ...['WeakRef', 'FinalizationRegistry', 'Object.groupBy', 'Map.groupBy', 'Promise.withResolvers'],
  'Promise.try',
]

/** The built-ins that the oldest phone of a base library lacks, such as `Array.prototype.at`. */
export const missingOnOldest = (libVersion: string): readonly string[] => [
  ...Object.entries(SINCE).flatMap(([since, names]) => (supports(libVersion, since) ? [] : names)),
  ...NOT_YET,
]

/** Takes built-ins away from a realm, by their names from the global object; one that is not there already stays so. */
export const takeAway = (globals: object, names: readonly string[]): void => {
  for (const name of names) {
    const path = name.split('.')
    const last = path.pop() ?? ''
    const holder = path.reduce<unknown>(
      (found, part) => (found === undefined ? undefined : Reflect.get(Object(found), part)),
      globals,
    )
    if (holder !== undefined) Reflect.deleteProperty(holder as object, last)
  }
}

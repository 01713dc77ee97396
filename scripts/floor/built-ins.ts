import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import compat from 'core-js-compat'

/** A built-in that some engine of the floor lacks, and the text by which a script uses it. */
export interface MissingBuiltIn {
  name: string
  use: RegExp
}

/** Every engine of a floor that speaks ES2018 has these; core-js lists some of them for faults it mends. */
const OLD_LIBRARIES = ['es5', 'es2015', 'es2016', 'es2017', 'es2018']

const camelCase = (dashed: string) =>
  dashed.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase())
const pascalCase = (dashed: string) =>
  dashed.replace(/(?:^|-)(.)/g, (_, letter: string) => letter.toUpperCase())

/** The declarations of TypeScript's libraries up to ES2018. */
const oldDeclarations = (): string => {
  const folder = dirname(createRequire(__filename).resolve('typescript'))
  return readdirSync(folder)
    .filter((file) => OLD_LIBRARIES.some((year) => file.startsWith(`lib.${year}.`)))
    .map((file) => readFileSync(join(folder, file), 'utf8'))
    .join('\n')
}

const isStatic = (owner: string, member: string): boolean => {
  const object: unknown = (globalThis as Readonly<Record<string, unknown>>)[owner]
  return object !== undefined && object !== null && Object.hasOwn(Object(object) as object, member)
}

/** Arrays and strings have methods of the same names as newer iterators, typed arrays and sets. */
const COMMON = ['array', 'string']

const isCommon = (member: string, list: readonly string[]) =>
  COMMON.some(
    (owner) =>
      camelCase(member) in Object(owner === 'array' ? [] : '') &&
      !list.some((entry) => entry.startsWith(`es.${owner}.${member}`)),
  )

/** `es.array.at` → what a script that uses it says; undefined for what has no name of its own. */
const useOf = (entry: string, list: readonly string[], old: string): MissingBuiltIn | undefined => {
  const [owner = '', member, ...rest] = entry.replace(/^es\./, '').split('.')
  if (rest.length > 0 && !/^v\d$/.test(rest.join('.'))) return undefined
  const ownerName = owner === 'global-this' ? 'globalThis' : pascalCase(owner)
  if (member === undefined || member === 'constructor') {
    const name = owner === 'global-this' ? 'globalThis' : ownerName
    // A script that asks by typeof first knows what to do without it.
    return { name, use: new RegExp(`(?<![.\\w$'"-])${name}(?![\\w$'":-])`) }
  }
  const memberName = member === 'at-alternative' ? 'at' : camelCase(member)
  if (new RegExp(`\\b${memberName}[?]?[(<:]`).test(old)) return undefined
  if (isStatic(ownerName, memberName)) {
    const name = `${ownerName}.${memberName}`
    return { name, use: new RegExp(`\\b${ownerName}\\.${memberName}\\b`) }
  }
  if (isCommon(member.replace('-alternative', ''), list)) return undefined
  return { name: `${ownerName}.prototype.${memberName}`, use: new RegExp(`\\.${memberName}\\(`) }
}

/** The built-ins of JavaScript that some engine of a browserslist query lacks. */
export const missingBuiltIns = (targets: string): readonly MissingBuiltIn[] => {
  const old = oldDeclarations()
  const { list } = compat({ targets, modules: /^es\./ })
  return list.map((entry) => useOf(entry, list, old)).filter((use) => use !== undefined)
}

import { parse, tokenizer } from 'acorn'
import { missingBuiltIns, type MissingBuiltIn } from './built-ins'

/** The year of JavaScript whose syntax both engines of .browserslistrc speak. */
const SYNTAX = 2019

const CONTEXT = 40

/** Lookbehind came with ES2018, but to Safari with 16.4. */
const LOOKBEHIND = /\(\?<[=!]/

const syntaxFaults = (script: string): string[] => {
  try {
    parse(script, { ecmaVersion: SYNTAX, allowReturnOutsideFunction: true })
  } catch (error) {
    return [
      `syntax newer than ES${SYNTAX}: ${error instanceof Error ? error.message : String(error)}`,
    ]
  }
  return [...tokenizer(script, { ecmaVersion: SYNTAX })]
    .map((token) => (token as { value?: { pattern?: unknown } | null }).value?.pattern)
    .filter((pattern) => typeof pattern === 'string')
    .filter((pattern) => LOOKBEHIND.test(pattern))
    .map((pattern) => `lookbehind in /${pattern}/`)
}

const usedIn = (script: string, { name, use }: MissingBuiltIn): string[] => {
  const at = script.search(use)
  if (at === -1 || new RegExp(`typeof ${name.replace('.', '\\.')}\\b`).test(script)) return []
  const context = script.slice(Math.max(0, at - CONTEXT), at + CONTEXT).replace(/\s+/g, ' ')
  return [`${name}: …${context}…`]
}

/**
 * What a script uses that some engine of the floor lacks, one sentence each: built-ins by core-js-compat's data, and
 * syntax. Uses behind a `typeof` are left alone.
 * @param targets a browserslist query
 */
export const createFloorCheck = (targets: string): ((script: string) => string[]) => {
  const missing = missingBuiltIns(targets)
  return (script) => [
    ...syntaxFaults(script),
    ...missing.flatMap((builtIn) => usedIn(script, builtIn)),
  ]
}

import { existsSync, readFileSync } from 'node:fs'
import { parseEnv } from 'node:util'

type Env = Readonly<Record<string, string | undefined>>

const namesIn = (file: string): readonly string[] =>
  file !== '' && existsSync(file) ? Object.keys(parseEnv(readFileSync(file, 'utf8'))) : []

/**
 * The environment of a server under development: what the shell says goes first, then what the settings file says (the
 * server adds that itself), then `defaults`, each as `NAME=VALUE`.
 */
export const childEnv = (shell: Env, file: string, defaults: readonly string[]): Env => {
  const inFile = new Set(namesIn(file))
  const missing = defaults
    .map((text) => [text.slice(0, text.indexOf('=')), text.slice(text.indexOf('=') + 1)] as const)
    .filter(([name]) => shell[name] === undefined && !inFile.has(name))
  return { ...shell, ...Object.fromEntries(missing) }
}

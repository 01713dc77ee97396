import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parseEnv } from 'node:util'
import { StartupFault } from '../startup-fault'
import { errorCode } from '../system-error-code'

const OWN = fileURLToPath(new URL('../../.env', import.meta.url))

const BYTE_ORDER_MARK = /^\uFEFF/

const read = (file: string): string => {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    throw new StartupFault(
      `The settings in ${file} cannot be read (${errorCode(error) ?? 'unknown'}): set ENV_FILE to a file of settings, or to nothing.`,
    )
  }
}

/**
 * Adds the variables of `server/.env`, if it is there, to the environment of this process; what is set already stays.
 * `ENV_FILE` names another file, or with an empty value none. Throws a `StartupFault` when that cannot be read: without
 * its settings a server would start as one for development.
 */
export const loadEnvFile = (): void => {
  const file = process.env['ENV_FILE'] ?? (existsSync(OWN) ? OWN : '')
  if (file === '') return
  const variables = parseEnv(read(file).replace(BYTE_ORDER_MARK, ''))
  for (const [name, value] of Object.entries(variables)) process.env[name] ??= value
}

import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const OWN = fileURLToPath(new URL('../../.env', import.meta.url))

/**
 * Adds the variables of `server/.env`, if it is there, to the environment of this process; what is set already stays.
 * `ENV_FILE` names another file, or with an empty value none.
 */
export const loadEnvFile = (): void => {
  const file = process.env['ENV_FILE'] ?? OWN
  if (file !== '' && existsSync(file)) process.loadEnvFile(file)
}

import { readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { CLIENT_FILES, type ClientFiles } from '../preview/server/client-files'

const FOLDER = join(dirname(fileURLToPath(import.meta.url)), 'client')

/** Reads the page as the package ships it, built: stands in for the loader that builds it from its sources. */
export const loadClient = async (): Promise<ClientFiles> => {
  const files = CLIENT_FILES.map(
    async (name) => [name, await readFile(join(FOLDER, name), 'utf8')] as const,
  )
  return Object.fromEntries(await Promise.all(files)) as ClientFiles
}

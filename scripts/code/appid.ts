import { join } from 'node:path'
import { readJson } from './read-json'

const FILE = 'project.config.json'

/** The AppID of project.config.json as it stands there, empty where it has none; or why the file cannot be read. */
export const appidIn = (root: string): string | { readonly fault: string } => {
  try {
    const config = readJson(join(root, FILE))
    if (typeof config !== 'object' || config === null || Array.isArray(config)) {
      return { fault: `${FILE} is no JSON object.` }
    }
    return 'appid' in config && config.appid !== null ? String(config.appid) : ''
  } catch (error) {
    const sentence = error instanceof Error ? error.message : String(error)
    return { fault: sentence.replace(join(root, FILE), FILE) }
  }
}

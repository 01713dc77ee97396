import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const miniprogramRootOf = (settings: string): string | undefined => {
  try {
    const { miniprogramRoot } = JSON.parse(settings) as { miniprogramRoot?: unknown }
    return typeof miniprogramRoot === 'string' ? miniprogramRoot : undefined
  } catch {
    return undefined
  }
}

/**
 * The folder of the mini-program in `folder`: itself, or where `project.config.json` says that it lies
 * (guide "project.config.json": miniprogramRoot), as DevTools opens a project.
 */
export const miniProgramIn = (folder: string): string => {
  const settings = join(folder, 'project.config.json')
  if (existsSync(join(folder, 'app.json')) || !existsSync(settings)) return folder
  const root = miniprogramRootOf(readFileSync(settings, 'utf8'))
  return root === undefined ? folder : join(folder, root)
}

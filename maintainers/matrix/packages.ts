import {
  cpSync,
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'

export const MODULES = 'node_modules'

/** Where npm writes down which packages a folder holds. Copied last: it says that all the others were linked. */
const RECORD = '.package-lock.json'
const INSTALLED = join(MODULES, RECORD)

const NOT_LINKED = ['.cache', RECORD]

/** node_modules without a second copy of its bytes: folders are made, files are hard links, links stay links. */
const linkTree = (from: string, to: string): void => {
  mkdirSync(to, { recursive: true })
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)]
    if (NOT_LINKED.includes(entry.name)) continue
    if (entry.isDirectory()) linkTree(source, target)
    else if (entry.isSymbolicLink()) cpSync(source, target, { verbatimSymlinks: true })
    else linkSync(source, target)
  }
}

const installedIn = (folder: string): string | undefined => {
  const path = join(folder, INSTALLED)
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined
}

/**
 * Links the template's packages, each workspace's own too, into a folder. Those of an earlier run stay where npm's
 * record says that they are the same: linking takes longer than most checks of a project.
 */
export const linkPackages = (template: string, folder: string): void => {
  const installed = installedIn(template)
  const areSame = installedIn(folder) === installed
  for (const modules of [MODULES, `server/${MODULES}`, `simulator/${MODULES}`]) {
    const [source, target] = [join(template, modules), join(folder, modules)]
    if (!areSame) rmSync(target, { recursive: true, force: true })
    if (existsSync(source) && !existsSync(target)) linkTree(source, target)
  }
  if (installed !== undefined) writeFileSync(join(folder, INSTALLED), installed)
}

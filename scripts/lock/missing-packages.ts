import { platformOf, type Platform } from './platform-of'

/** An entry of `packages` in package-lock.json, by its path; only what is read here. */
export interface LockedPackage {
  version?: string
  integrity?: string
  optionalDependencies?: Record<string, string>
}

export interface AddedPackage extends Platform {
  version: string
  /** The hash of its archive; npm fills it in where the registry has it. */
  integrity?: string
  optional: true
}

type Packages = Readonly<Record<string, LockedPackage>>

const EXACT = /^\d+\.\d+\.\d+[\w.+-]*$/
const INNER = '/node_modules/'

/**
 * The optional packages of other platforms that a lock file lacks, by the path they belong at.
 * They follow from their parents, which name each with its exact version.
 */
export const missingPackages = (locked: Packages): Record<string, AddedPackage> => {
  const added: Record<string, AddedPackage> = {}
  for (const [parent, { optionalDependencies = {} }] of Object.entries(locked)) {
    for (const [name, version] of Object.entries(optionalDependencies)) {
      const platform = platformOf(name)
      const isBuild = platform.os !== undefined || platform.cpu !== undefined
      if (!isBuild || !EXACT.test(version)) continue
      const packages = { ...locked, ...added }
      if (versionSeenFrom(parent, name, packages) === version) continue
      added[freePlace(parent, name, packages)] = { version, ...platform, optional: true }
    }
  }
  return added
}

/** The version Node would find, walking up the node_modules folders from a package. */
const versionSeenFrom = (path: string, name: string, packages: Packages): string | undefined => {
  const here = packages[`${path}${path === '' ? '' : '/'}node_modules/${name}`]
  if (here !== undefined) return here.version
  if (path === '') return undefined
  return versionSeenFrom(path.slice(0, Math.max(0, path.lastIndexOf(INNER))), name, packages)
}

/** Beside the parent, or inside it where another version stands there already. */
const freePlace = (parent: string, name: string, packages: Packages): string => {
  const beside = `${parent.slice(0, parent.lastIndexOf('node_modules/'))}node_modules/${name}`
  return beside in packages ? `${parent}/node_modules/${name}` : beside
}

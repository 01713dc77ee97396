import { readFileSync, writeFileSync } from 'node:fs'
import { missingPackages, type LockedPackage } from './lock/missing-packages'

// npm leaves an optional package out of the lock when it cannot have it at that moment: beside an existing
// node_modules, or from a registry that lacks one platform's build. `npm ci` then refuses the lock everywhere.
const LOCK = 'package-lock.json'

const lock = JSON.parse(readFileSync(LOCK, 'utf8')) as { packages: Record<string, LockedPackage> }
const missing = missingPackages(lock.packages)
const packages = Object.fromEntries(
  Object.entries({ ...lock.packages, ...missing }).sort(([a], [b]) => a.localeCompare(b, 'en')),
)
writeFileSync(LOCK, `${JSON.stringify({ ...lock, packages }, null, 2)}\n`)
process.stdout.write(
  `${Object.keys(missing).length} packages of other platforms added to ${LOCK}\n`,
)

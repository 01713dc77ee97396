import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { missingPackages, type LockedPackage } from './lock/missing-packages'
import { withKnownIntegrity } from './lock/with-known-integrity'

// npm leaves an optional package out of the lock when it cannot have it at that moment: beside an existing
// node_modules, or from a registry that lacks one platform's build. `npm ci` then refuses the lock everywhere.
// Four entries stay without integrity: the builds of @tarojs/binding for macOS, Windows and Linux on ARM. Taro
// 4.2.1 names 4.2.1 of them; the registry asked in November 2026 had them up to 4.1.11.
const LOCK = 'package-lock.json'

interface Lock {
  packages: Record<string, LockedPackage>
}

/** The lock file of the last commit, whose hashes are still right for packages of the same version. */
const committed = (): Lock => {
  try {
    const text = execFileSync('git', ['show', `HEAD:${LOCK}`], {
      encoding: 'utf8',
      maxBuffer: 64 * 1024 * 1024,
      stdio: ['ignore', 'pipe', 'ignore'],
    })
    return JSON.parse(text) as Lock
  } catch {
    return { packages: {} }
  }
}

const lock = JSON.parse(readFileSync(LOCK, 'utf8')) as Lock
const missing = withKnownIntegrity(missingPackages(lock.packages), committed().packages)
const packages = Object.fromEntries(
  Object.entries({ ...lock.packages, ...missing }).sort(([a], [b]) => a.localeCompare(b, 'en')),
)
writeFileSync(LOCK, `${JSON.stringify({ ...lock, packages }, null, 2)}\n`)
process.stdout.write(
  `${Object.keys(missing).length} packages of other platforms added to ${LOCK}\n`,
)

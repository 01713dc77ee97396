import { readFileSync } from 'node:fs'
import { missingPackages, type LockedPackage } from '../../../scripts/lock/missing-packages'
import { withKnownIntegrity } from '../../../scripts/lock/with-known-integrity'

describe('the lock file', () => {
  const text = readFileSync('package-lock.json', 'utf8')

  it('the lock file names no registry', () => {
    expect(text).not.toMatch(/"resolved": "https?:/)
  })

  it('the lock file holds the optional packages of every platform, not only of this one (else: npm run lock)', () => {
    const { packages } = JSON.parse(text) as { packages: Record<string, LockedPackage> }
    expect(missingPackages(packages)).toEqual({})
  })

  it("the lock file holds the hash of every package that the registry has: only Taro's own bindings are not there", () => {
    const { packages } = JSON.parse(text) as {
      packages: Record<string, LockedPackage & { link?: boolean }>
    }
    const unhashed = Object.entries(packages)
      .filter(([path, { link }]) => path.startsWith('node_modules/') && link !== true)
      .filter(([, { integrity }]) => integrity === undefined)
      .map(([path]) => path)
    expect(unhashed.filter((path) => !path.startsWith('node_modules/@tarojs/binding-'))).toEqual([])
  })
})

describe('the hashes of added packages', () => {
  const added = { 'node_modules/a-win32': { version: '1.0.0', optional: true as const } }

  it('the hashes of added packages are those of an earlier lock file for the same version', () => {
    const known = { 'node_modules/a-win32': { version: '1.0.0', integrity: 'sha512-a' } }
    expect(withKnownIntegrity(added, known)).toEqual({
      'node_modules/a-win32': { version: '1.0.0', integrity: 'sha512-a', optional: true },
    })
  })

  it('the hashes of added packages are left out for another version', () => {
    const known = { 'node_modules/a-win32': { version: '0.9.0', integrity: 'sha512-a' } }
    expect(withKnownIntegrity(added, known)).toEqual(added)
  })
})

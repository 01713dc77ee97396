import { readFileSync } from 'node:fs'
import { missingPackages, type LockedPackage } from '../../../scripts/lock/missing-packages'

describe('the lock file', () => {
  const text = readFileSync('package-lock.json', 'utf8')

  it('names no registry', () => {
    expect(text).not.toMatch(/"resolved": "https?:/)
  })

  it('holds the optional packages of every platform, not only of this one (else: npm run lock)', () => {
    const { packages } = JSON.parse(text) as { packages: Record<string, LockedPackage> }
    expect(missingPackages(packages)).toEqual({})
  })
})

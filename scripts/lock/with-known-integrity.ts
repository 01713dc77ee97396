import type { AddedPackage, LockedPackage } from './missing-packages'

/** The added packages with the integrity that `known`, an earlier lock file, has for the same path and version. */
export const withKnownIntegrity = (
  added: Readonly<Record<string, AddedPackage>>,
  known: Readonly<Record<string, LockedPackage>>,
): Record<string, AddedPackage> =>
  Object.fromEntries(
    Object.entries(added).map(([path, { version, ...rest }]) => {
      const before = known[path]
      const integrity = before?.version === version ? before.integrity : undefined
      return [path, { version, ...(integrity !== undefined && { integrity }), ...rest }]
    }),
  )

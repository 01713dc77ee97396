/** Compares base library versions such as `2.32.3`: negative when `a` is older. */
const compareVersions = (a: string, b: string): number => {
  const left = a.split('.').map(Number)
  const right = b.split('.').map(Number)
  const differing = [0, 1, 2].find((place) => (left[place] ?? 0) !== (right[place] ?? 0))
  return differing === undefined ? 0 : (left[differing] ?? 0) - (right[differing] ?? 0)
}

/** Whether a base library has what came `since` a version. */
export const supports = (libVersion: string, since: string) =>
  compareVersions(libVersion, since) >= 0

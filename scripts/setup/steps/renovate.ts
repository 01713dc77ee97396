import type { Tree } from '../../code/tree'

const FILE = 'renovate.json'

interface Rule {
  readonly matchPackageNames?: readonly string[]
}

interface Manifest {
  readonly dependencies: object
  readonly devDependencies: object
}

/** Takes rules for packages that the project does not have out of renovate.json; a pattern of names may match any. */
export const simplifyRenovate = (tree: Tree): void => {
  if (!tree.has(FILE)) return
  const { dependencies, devDependencies } = JSON.parse(tree.read('package.json')) as Manifest
  const settings = JSON.parse(tree.read(FILE)) as { packageRules?: Rule[] }
  const isThere = (name: string) =>
    name.includes('*') || name in dependencies || name in devDependencies
  const rules = settings.packageRules ?? []
  const packageRules = rules.filter(
    ({ matchPackageNames }) => matchPackageNames === undefined || matchPackageNames.some(isThere),
  )
  if (packageRules.length === rules.length) return
  tree.write(FILE, `${JSON.stringify({ ...settings, packageRules }, null, 2)}\n`)
}

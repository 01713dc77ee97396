import type { Tree } from '../../code/tree'

const GATE = '.ci/run'
const BROWSERS = '\n# Browsers come last'

/** The project's gate needs no browser: the template checks its own screens in them. */
export const simplifyGate = (tree: Tree): void => {
  if (!tree.has(GATE)) return
  const [gate = ''] = tree.read(GATE).split(BROWSERS)
  tree.write(GATE, `${gate.replace('npm run maintainers\n', '').trimEnd()}\n`)
}

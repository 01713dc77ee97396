import type { Tree } from '../../code/tree'

const GATE = '.ci/run'
const BROWSERS = '\n# Browsers come last'

/** The project's gate needs no browser: the template checks its own screens in them. */
export const simplifyGate = (tree: Tree): void => {
  if (!tree.has(GATE)) return
  const [gate = ''] = tree.read(GATE).split(BROWSERS)
  const own = gate.replace(/npm run (maintainers|matrix .*)\n/g, '').trimEnd()
  const slow = tree.has('jest.quick.config.mjs') ? 'npm run test:all\n' : ''
  tree.write(GATE, `${own}\n${slow}`)
}

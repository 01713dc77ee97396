import type { Tree } from '../../code/tree'

const CI_SCRIPT = '.ci/run'
const BROWSERS = '\n# Browsers come last'

/** Makes the script of CI run without browsers, in which only the template checks its screens. */
export const simplifyCi = (tree: Tree): void => {
  if (!tree.has(CI_SCRIPT)) return
  const [whole = ''] = tree.read(CI_SCRIPT).split(BROWSERS)
  const own = whole.replace(/npm run (maintainers|matrix .*)\n/g, '').trimEnd()
  const slow = tree.has('jest.quick.config.mjs') ? 'npm run test:all\n' : ''
  tree.write(CI_SCRIPT, `${own}\n${slow}`)
}

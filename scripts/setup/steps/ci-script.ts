import type { Tree } from '../../code/tree'

const CI_SCRIPT = '.ci/run'
const TEMPLATES = '\n# What only this repository holds itself to'

/** Makes the script of CI run without the checks of the template, its browsers among them. */
export const simplifyCi = (tree: Tree): void => {
  if (!tree.has(CI_SCRIPT)) return
  const [own = ''] = tree.read(CI_SCRIPT).split(TEMPLATES)
  const slow = tree.has('jest.quick.config.mjs') ? 'npm run test:all\n' : ''
  tree.write(CI_SCRIPT, `${own}${slow}`)
}

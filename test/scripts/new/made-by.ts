import { openTree, type Tree } from '../../../scripts/code/tree'
import { readArguments } from '../../../scripts/new/arguments'
import { make } from '../../../scripts/new/make'

/**
 * This repository as `npm run new` would leave it, in memory.
 * @param commands what stands behind `npm run new --`, one after another
 */
export const madeBy = async (commands: readonly string[]): Promise<Tree> => {
  const tree = openTree('.')
  for (const command of commands) {
    const request = readArguments(command.split(' '))
    if (request === undefined) throw new Error('asked for help')
    await make(tree, request)
  }
  return tree
}

import type { Tree } from '../code/tree'
import type { Kind, Request } from './arguments'
import { newFeature } from './feature'
import type { Next } from './made'
import { newModule } from './module'
import { newPage } from './page'
import { newTab } from './tab'

const MAKERS: Readonly<Record<Kind, (tree: Tree, request: Request) => Next | Promise<Next>>> = {
  page: newPage,
  tab: newTab,
  feature: newFeature,
  module: newModule,
}

/**
 * Makes what is asked for, in memory and not formatted yet. Throws a sentence when it cannot: then nothing must be
 * written.
 * @returns what comes next, one sentence each
 */
export const make = async (tree: Tree, request: Request): Promise<Next> =>
  MAKERS[request.kind](tree, request)

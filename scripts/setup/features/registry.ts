import { appFeatures } from './app'
import type { Feature } from './feature'
import { workspaceFeatures } from './workspaces'

/** Everything that can be left out, in the order of the questions. */
export const features: readonly Feature[] = [...appFeatures, ...workspaceFeatures]

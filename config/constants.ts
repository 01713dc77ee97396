import type { Settings } from './settings'
import type { Target } from './target'

interface Build {
  target: Target
  /** `production` builds are the ones that get uploaded. */
  mode: string
}

/**
 * The settings as names that the build puts values in place of. Features are named one by one, so that
 * webpack itself sees what is off and leaves it out.
 */
export const constants = (
  { features, ...settings }: Settings,
  { target, mode }: Build,
): Record<string, string> => {
  const named = Object.entries(features).map(([name, value]) => [
    `__FEATURES__.${name}`,
    JSON.stringify(value),
  ])
  return {
    __SETTINGS__: JSON.stringify(settings),
    __TARGET__: JSON.stringify(target),
    __DEVELOPMENT__: JSON.stringify(mode !== 'production'),
    ...Object.fromEntries(named),
  }
}

import type { Settings } from './settings'

/**
 * The settings as names that the build puts values in place of. Features are named one by one, so that
 * webpack itself sees what is off and leaves it out.
 */
export function constants({ features, ...settings }: Settings): Record<string, string> {
  const named = Object.entries(features).map(([name, value]) => [
    `__FEATURES__.${name}`,
    JSON.stringify(value),
  ])
  return { __SETTINGS__: JSON.stringify(settings), ...Object.fromEntries(named) }
}

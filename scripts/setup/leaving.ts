import { removal, together, type Removal } from './code/removal'
import type { Kept, Leaving } from './features/feature'
import { features } from './features/registry'
import { templateOnly } from './features/template-only'

const CONFIG = /^(config\/|scripts\/build\/|jest\.config\.mjs$|test\/unit\/config\/)/

const namesOf = (settings: Readonly<Record<string, string>>): string[] => {
  const fields = Object.values(settings)
  return [...Object.keys(settings), ...fields, ...fields.map((field) => `__FEATURES__.${field}`)]
}

/** The registrations of settings: fields of the build's features, their variables, and rows of tests about them. */
const ofSettings = (settings: Readonly<Record<string, string>>): Removal =>
  removal({
    properties: [{ in: CONFIG, names: namesOf(settings) }],
    tests: { titles: [], rows: Object.keys(settings) },
  })

/** What leaves the template for a project that keeps these features. */
export const leavingWith = (kept: Kept): Leaving & { readonly removal: Removal } => {
  const parts = [
    templateOnly,
    ...features.filter(({ name }) => !kept.has(name)).map(({ leave }) => leave(kept)),
  ]
  const settings = Object.assign({}, ...parts.map((part) => part.settings ?? {})) as Record<
    string,
    string
  >
  return {
    removal: together([...parts.map((part) => removal(part.removal ?? {})), ofSettings(settings)]),
    moves: parts.flatMap((part) => part.moves ?? []),
    settings,
    sections: parts.flatMap((part) => part.sections ?? []),
    sentences: parts.flatMap((part) => part.sentences ?? []),
    scripts: parts.flatMap((part) => part.scripts ?? []),
    workspaces: parts.flatMap((part) => part.workspaces ?? []),
    dependencies: parts.flatMap((part) => part.dependencies ?? []),
  }
}

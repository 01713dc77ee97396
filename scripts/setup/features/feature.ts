import type { Move } from '../code/move'
import type { Removal } from '../code/removal'
import type { Sentence } from '../steps/sentences'

/** What a project may keep, as the answers file spells it. */
export const FEATURES = [
  'phone',
  'sms',
  'profile-button',
  'web',
  'cloud-function',
  'compat',
  'notes',
  'server',
  'simulator',
] as const

export type FeatureName = (typeof FEATURES)[number]

export type Kept = ReadonlySet<FeatureName>

/** What goes when a feature is not kept. What depends on it in the code is found by the engine. */
export interface Leaving {
  readonly removal: Partial<Removal>
  /** What others of the project use of it, and where that goes. */
  readonly moves: readonly Move[]
  /** Variables of `.env`, and the fields of the build's features they fill. */
  readonly settings: Readonly<Record<string, string>>
  /** Sections of documents that stay, each by its heading. */
  readonly sections: readonly { readonly in: string; readonly heading: string }[]
  /** Sentences of files that stay, and how they read without it. */
  readonly sentences: readonly Sentence[]
  /** Entries of package.json. */
  readonly scripts: readonly string[]
  readonly workspaces: readonly string[]
  readonly dependencies: readonly string[]
}

export interface Feature {
  readonly name: FeatureName
  /** What it is, for the question. */
  readonly label: string
  readonly leave: (kept: Kept) => Partial<Leaving>
}

import type { Entered } from './accounts'
import type { Broken } from './broken'
import type { Person, Side } from './people'
import type { Thefts } from './thefts'
import type { World } from './world'

/** Who is in a story, and which accounts each of them has entered. */
export interface Cast {
  readonly people: Readonly<Record<Side, Person>>
  readonly entered: Entered
  /** The blind indexes of the phone numbers of one side. */
  indexes: (side: Side) => readonly string[]
}

/** What the checks of a story read of it. */
export interface StoryState extends Cast {
  readonly world: World
  readonly thefts: Thefts
  /** The password of an account by its id, where it is known. */
  readonly passwords: ReadonlyMap<number, string>
  /** The error that names a broken invariant and holds the lines of the story so far. */
  broken: (invariant: string) => Broken
}

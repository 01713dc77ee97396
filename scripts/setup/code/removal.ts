import type { Level } from './declarations'
import type { Literal } from './evaluate'

/** What a removal takes out of the code, by data: the engine follows up what depends on it. */
export interface Removal {
  /** Folders (ending in a slash) and files that go. */
  readonly files: readonly (string | RegExp)[]
  /** What the build would put in place of these names: `__FEATURES__.sms`, `__TARGET__`. */
  readonly fixed: Readonly<Record<string, Literal>>
  /** Declarations that go, as `path#name`. */
  readonly declarations: readonly string[]
  /** Properties that go from the files named by the pattern: registrations of settings, routes and the like. */
  readonly properties: readonly { readonly in: RegExp; readonly names: readonly string[] }[]
  /** Items of lists and properties of objects that go: those that hold one of the words. */
  readonly items: readonly {
    readonly in: RegExp
    readonly words: readonly string[]
    readonly level?: Level
  }[]
  /** Ids of elements that go from the screens of others. */
  readonly elements: readonly string[]
  /** Members of objects that are gone, as code writes them: `PAGES.phone`. */
  readonly members: readonly string[]
  /** Tests and groups that go, by title, and rows of tables of tests, by one of their strings. */
  readonly tests: {
    readonly titles: readonly string[]
    readonly rows: readonly string[]
  }
}

/** A removal from its parts; what is left out is empty. */
export const removal = (parts: Partial<Removal>): Removal => ({
  files: [],
  fixed: {},
  declarations: [],
  properties: [],
  items: [],
  members: [],
  elements: [],
  tests: { titles: [], rows: [] },
  ...parts,
})

/** Several removals as one. */
export const together = (all: readonly Removal[]): Removal => ({
  files: all.flatMap(({ files }) => files),
  fixed: Object.assign({}, ...all.map(({ fixed }) => fixed)) as Record<string, Literal>,
  declarations: all.flatMap(({ declarations }) => declarations),
  properties: all.flatMap(({ properties }) => properties),
  items: all.flatMap(({ items }) => items),
  members: all.flatMap(({ members }) => members),
  elements: all.flatMap(({ elements }) => elements),
  tests: {
    titles: all.flatMap(({ tests }) => tests.titles),
    rows: all.flatMap(({ tests }) => tests.rows),
  },
})

/** Whether a removal takes this file. */
export const takes = ({ files }: Removal, path: string): boolean =>
  files.some((it) =>
    typeof it === 'string'
      ? path === it || path.startsWith(it.endsWith('/') ? it : `${it}/`)
      : it.test(path),
  )

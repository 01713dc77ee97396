import { quietly, type Storage } from '../../auth/storage'
import { readVersion, type NoteText } from './note'

/** What was typed and not saved, so that an app that WeChat ends loses nothing. */
export interface Draft extends NoteText {
  readonly id: string
  /** The version it was begun on; 0 for a note that is not saved yet. */
  readonly version: number
}

/** One draft of each note is kept per device, all of one person: they are erased at sign-out (forget-draft-at-sign-out.ts). */
const KEY = 'notes.draft'

/** More than this would be large for one value of WeChat's storage; the oldest go first. */
const MOST = 20

interface Kept extends Draft {
  readonly userId: number
}

/** What this person has typed and not saved, the newest last. */
const draftsOf = (storage: Storage, userId: number): readonly Kept[] => {
  const drafts: Kept[] = []
  quietly(() => {
    const stored = storage.get(KEY)
    // An earlier version of the app kept one draft only, and may have kept less of it.
    for (const kept of Array.isArray(stored) ? stored : [stored]) {
      quietly(() => drafts.push({ ...(kept as Kept), ...readVersion(kept) }))
    }
  })
  return drafts.filter((draft) => draft.userId === userId)
}

/** What this person has typed of other notes. */
const draftsBeside = (storage: Storage, userId: number, noteId: string): readonly Kept[] =>
  draftsOf(storage, userId).filter(({ id }) => id !== noteId)

/** Keeps a draft in place of the one before of the same note. */
export const keepDraft = (storage: Storage, userId: number, draft: Draft): void => {
  const kept = [...draftsBeside(storage, userId, draft.id), { ...draft, userId }].slice(-MOST)
  quietly(() => storage.set(KEY, kept))
}

/** Erases the draft of a note, if there is one. */
export const forgetDraft = (storage: Storage, userId: number, noteId: string): void =>
  quietly(() => storage.set(KEY, draftsBeside(storage, userId, noteId)))

/** Erases every draft, of any person. */
export const forgetDrafts = (storage: Storage): void => quietly(() => storage.remove(KEY))

/**
 * The draft that this person has of a note, null for none.
 * @param noteId null: of a note that is not saved yet
 */
export const draftOf = (storage: Storage, userId: number, noteId: string | null): Draft | null =>
  draftsOf(storage, userId).find(({ id, version }) =>
    noteId === null ? version === 0 : id === noteId,
  ) ?? null

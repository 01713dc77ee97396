import { quietly, type Storage } from '../../auth/storage'
import type { NoteText } from './note'

/** What was typed and not saved, so that an app that WeChat ends loses nothing. */
export interface Draft extends NoteText {
  readonly id: string
  /** The version it was begun on; 0 for a note that is not saved yet. */
  readonly version: number
}

/** One draft is kept per device, of one person: it is erased at sign-out (forget-draft-at-sign-out.ts). */
const KEY = 'notes.draft'

interface Kept extends Draft {
  readonly userId: number
}

const read = (storage: Storage): Kept | null => {
  try {
    const kept = storage.get(KEY)
    return typeof kept === 'object' && kept !== null ? (kept as Kept) : null
  } catch {
    return null
  }
}

export const keepDraft = (storage: Storage, userId: number, draft: Draft): void =>
  quietly(() => storage.set(KEY, { ...draft, userId }))

export const forgetDraft = (storage: Storage): void => quietly(() => storage.remove(KEY))

/**
 * The draft that this person has of a note, null for none.
 * @param noteId null: of a note that is not saved yet
 */
export const draftOf = (storage: Storage, userId: number, noteId: string | null): Draft | null => {
  const kept = read(storage)
  if (kept === null || kept.userId !== userId) return null
  const isAskedFor = noteId === null ? kept.version === 0 : kept.id === noteId
  return isAskedFor ? kept : null
}

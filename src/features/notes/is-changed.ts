import type { NoteText } from './note'

/** Whether a draft differs from what is saved. */
export const isChanged = (draft: NoteText, saved: NoteText): boolean =>
  draft.title !== saved.title ||
  draft.body !== saved.body ||
  draft.pictures.map(({ id }) => id).join() !== saved.pictures.map(({ id }) => id).join()

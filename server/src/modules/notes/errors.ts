import { errorsOf, type ErrorCodes } from '../../errors'

/** The error codes of this module. */
export const NOTE_ERRORS = {
  note_not_found: [404, 'The caller has no note of this id, or it is shared no more.'],
  note_conflict: [409, 'The note was edited elsewhere: read it again before saving.'],
  note_refused: [400, 'WeChat judges the text of the note to break its rules.'],
  notes_full: [400, 'The account holds as many notes as it may.'],
} as const satisfies ErrorCodes

/** An error with one of these codes. */
export const noteError = errorsOf(NOTE_ERRORS)

/** The 404 of a note. */
export const noNote = () => noteError('note_not_found', 'There is no such note of yours.')

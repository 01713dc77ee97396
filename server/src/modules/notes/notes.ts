import type { Operation } from '../../openapi/operations'
import type { Module } from '../module'
import { NOTE_ERRORS } from './errors'
import { eraseNotes, exportNotes, sweepNotes } from './personal-data'
import { noteRoutes } from './routes'

const described = (summary: string): Operation => ({ summary, tag: 'Modules' })

/** The worked example: notes with pictures, sharing and undo. Its table is made by db/migrations/0015_notes.sql. */
export const notes: Module = {
  name: 'notes',
  tables: ['notes'],
  errorCodes: NOTE_ERRORS,
  routes: noteRoutes,
  export: exportNotes,
  erase: eraseNotes,
  sweep: sweepNotes,
  operations: {
    'GET /ext/v1/notes/': described('List one’s notes, or a sample without a session'),
    'GET /ext/v1/notes/:id/': described('Read a note of one’s own'),
    'GET /ext/v1/notes/shared/:shareId/': described('Read a note that another user shared'),
    'POST /ext/v1/notes/': described('Write a note'),
    'PUT /ext/v1/notes/:id/': described('Change a note'),
    'DELETE /ext/v1/notes/:id/': described('Delete a note'),
    'POST /ext/v1/notes/:id/restore/': described('Take the deletion of a note back'),
    'POST /ext/v1/notes/:id/share/': described('Share a note'),
    'DELETE /ext/v1/notes/:id/share/': described('End the sharing of a note'),
  },
}

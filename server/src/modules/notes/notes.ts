import type { Operation } from '../../openapi/operations'
import type { Module } from '../module'
import { NOTE_ERRORS } from './errors'
import { eraseNotes, exportNotes, sweepNotes } from './personal-data'
import { noteRoutes } from './routes'

const member = (summary: string): Operation => ({ summary, tag: 'Modules', access: 'member' })
const app = (summary: string): Operation => ({ summary, tag: 'Modules', access: 'app' })

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
    'GET /ext/v1/notes/': app('List one’s notes, or a sample without a session'),
    'GET /ext/v1/notes/:id/': member('Read a note of one’s own'),
    'GET /ext/v1/notes/shared/:shareId/': app('Read a note that another user shared'),
    'POST /ext/v1/notes/': member('Write a note'),
    'PUT /ext/v1/notes/:id/': member('Change a note'),
    'DELETE /ext/v1/notes/:id/': member('Delete a note'),
    'POST /ext/v1/notes/:id/restore/': member('Take the deletion of a note back'),
    'POST /ext/v1/notes/:id/share/': member('Share a note'),
    'DELETE /ext/v1/notes/:id/share/': member('End the sharing of a note'),
  },
}

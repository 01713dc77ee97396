import { useMemo } from 'react'
import type { Outcome } from '../../auth/account/attempt'
import { useEndpoint, type CallEndpoint } from '../../auth/useEndpoint'
import { useLanguage } from '../../i18n/LanguageProvider'
import type { Language } from '../../i18n/language'
import {
  readNote,
  readNotePage,
  readShared,
  readShareId,
  type Note,
  type NotePage,
  type NoteText,
  type ReadableNote,
} from './note'

/** The endpoints of server/src/modules/notes. */
export interface Notes {
  /** The member's own, 20 at least and 50 at most. `after` is `next` of the page before; null for the first. */
  list: (after: string | null, wanted?: number) => Promise<Outcome<NotePage>>
  /** For guests: notes that show what a note is. */
  samples: () => Promise<Outcome<NotePage>>
  get: (id: string) => Promise<Outcome<Note>>
  /** A note that its owner has shared, for anyone who has its address. */
  getShared: (shareId: string) => Promise<Outcome<ReadableNote>>
  /** `id` is the caller's choice, a UUID: a call that is sent twice makes one note. */
  create: (id: string, note: NoteText) => Promise<Outcome<Note>>
  /** `conflict` when the note has changed since `version`. */
  update: (id: string, version: number, note: NoteText) => Promise<Outcome<Note>>
  /** Can be undone for thirty days. */
  remove: (id: string) => Promise<Outcome<void>>
  restore: (id: string) => Promise<Outcome<Note>>
  /** Resolves to what the shared address ends with. */
  share: (id: string) => Promise<Outcome<string>>
  /** Ends what `share` began: the old address leads nowhere. */
  unshare: (id: string) => Promise<Outcome<void>>
}

const ROOT = '/ext/v1/notes/'
const AT_ONCE = 20
/** The server sends no more at once. */
const MOST = 50

const at = (id: string) => `${ROOT}${encodeURIComponent(id)}/`

const bodyOf = ({ title, body, pictures }: NoteText) => ({
  title,
  body,
  pictures: pictures.map(({ id }) => id),
})

const nothing = () => undefined

const createNotes = (call: CallEndpoint, language: Language): Notes => {
  const asMember = { as: 'member' } as const
  return {
    list: (after, wanted = AT_ONCE) => {
      const query = after === null ? '' : `&after=${encodeURIComponent(after)}`
      const limit = Math.min(Math.max(AT_ONCE, wanted), MOST)
      const path = `${ROOT}?limit=${limit}${query}`
      return call({ method: 'GET', path, ...asMember }, readNotePage)
    },
    samples: () =>
      call({ method: 'GET', path: `${ROOT}?language=${language}`, as: 'anyone' }, readNotePage),
    get: (id) => call({ method: 'GET', path: at(id), ...asMember }, readNote),
    getShared: (shareId) => {
      const path = `${ROOT}shared/${encodeURIComponent(shareId)}/`
      return call({ method: 'GET', path, as: 'anyone' }, readShared)
    },
    create: (id, note) =>
      call({ method: 'POST', path: ROOT, body: { id, ...bodyOf(note) }, ...asMember }, readNote),
    update: (id, version, note) => {
      const body = { version, ...bodyOf(note) }
      return call({ method: 'PUT', path: at(id), body, ...asMember }, readNote)
    },
    remove: (id) => call({ method: 'DELETE', path: at(id), ...asMember }, nothing),
    restore: (id) => call({ method: 'POST', path: `${at(id)}restore/`, ...asMember }, readNote),
    share: (id) => call({ method: 'POST', path: `${at(id)}share/`, ...asMember }, readShareId),
    unshare: (id) => call({ method: 'DELETE', path: `${at(id)}share/`, ...asMember }, nothing),
  }
}

/** The member's notes; the functions change with the language only. */
export const useNotes = (): Notes => {
  const call = useEndpoint()
  const { language } = useLanguage()
  return useMemo(() => createNotes(call, language), [call, language])
}

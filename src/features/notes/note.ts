/** A picture of a note. */
export interface Picture {
  readonly id: string
  readonly url: string
}

/** What a reader sees of a note. */
export interface ReadableNote {
  readonly title: string
  readonly body: string
  readonly pictures: readonly Picture[]
  /** When it was changed last, in Unix seconds. */
  readonly updatedAt: number
}

/** A note of the member's own. */
export interface Note extends ReadableNote {
  readonly id: string
  /** Rises with every change. A change says which version it was made to, so that none is overwritten unseen. */
  readonly version: number
  /** What a shared address ends with; null while the note is not shared. */
  readonly shareId: string | null
}

/** Some of the notes, the newest first. */
export interface NotePage {
  readonly notes: readonly Note[]
  /** The cursor of the next page; null after the last. */
  readonly next: string | null
}

/** What a person writes of a note. */
export type NoteText = Pick<Note, 'title' | 'body' | 'pictures'>

/** What a person writes of a note, and which version of which note it is. */
export type NoteVersion = Pick<Note, 'id' | 'version' | keyof NoteText>

/** Whether a draft differs from what is saved. */
export const isChanged = (draft: NoteText, saved: NoteText): boolean =>
  draft.title !== saved.title ||
  draft.body !== saved.body ||
  draft.pictures.map(({ id }) => id).join() !== saved.pictures.map(({ id }) => id).join()

type Fields = Readonly<Record<string, unknown>>

const fieldsOf = (body: unknown): Fields => {
  if (typeof body !== 'object' || body === null) throw new Error('no note')
  return body as Fields
}

const text = (value: unknown): string => {
  if (typeof value !== 'string') throw new Error('no text')
  return value
}

const number = (value: unknown): number => {
  if (typeof value !== 'number') throw new Error('no number')
  return value
}

const readPicture = (body: unknown): Picture => {
  const { id, url } = fieldsOf(body)
  return { id: text(id), url: text(url) }
}

const readText = (body: unknown): NoteText => {
  const { title, body: words, pictures } = fieldsOf(body)
  return {
    title: text(title),
    body: text(words),
    pictures: Array.isArray(pictures) ? pictures.map(readPicture) : [],
  }
}

/** What a reader sees of a note, as an answer has it. Throws when the answer is no note, as do the others here. */
export const readShared = (body: unknown): ReadableNote => ({
  ...readText(body),
  updatedAt: number(fieldsOf(body)['updated_at']),
})

/** What a person writes of a note, and which version of which note it is. */
export const readVersion = (body: unknown): NoteVersion => {
  const { id, version } = fieldsOf(body)
  return { ...readText(body), id: text(id), version: number(version) }
}

/** A note of the member's own, as an answer has it. */
export const readNote = (body: unknown): Note => {
  const { share_id: shareId } = fieldsOf(body)
  return {
    ...readVersion(body),
    ...readShared(body),
    shareId: typeof shareId === 'string' ? shareId : null,
  }
}

/** A page of notes, as an answer has it. */
export const readNotePage = (body: unknown): NotePage => {
  const { objects, next } = fieldsOf(body)
  if (!Array.isArray(objects)) throw new Error('no list')
  return { notes: objects.map(readNote), next: typeof next === 'string' ? next : null }
}

/** The id that a share brought. Throws when there is none. */
export const readShareId = (body: unknown): string => text(fieldsOf(body)['share_id'])

import { Type, type Static } from '@sinclair/typebox'
import { UUID_FORM } from '../../ids'
import { VISIBLE_TEXT } from '../../security/visible-text'

const UUID = `^${UUID_FORM}$`
// One more than a version has to fit into its column.
const LARGEST_VERSION = 2 ** 31 - 2

export const NoteId = Type.Object({ id: Type.String({ pattern: UUID }) })

export const ShareId = Type.Object({ shareId: Type.String({ pattern: '^[\\w-]{22}$' }) })

/** What a person writes. WeChat's text check takes 2,500 characters: title and body together are shorter. */
const text = {
  title: Type.String({ minLength: 1, maxLength: 100, pattern: VISIBLE_TEXT }),
  body: Type.String({ maxLength: 2_000 }),
  pictures: Type.Array(Type.String({ pattern: UUID }), {
    maxItems: 9,
    description: 'ids of files that the person has uploaded',
  }),
}

export const NewNote = Type.Object({
  /** Chosen by the app, so that a request sent twice makes one note. */
  id: Type.Optional(Type.String({ pattern: UUID })),
  ...text,
})

export const NoteChange = Type.Object({
  version: Type.Integer({
    minimum: 0,
    maximum: LARGEST_VERSION,
    description: 'of the note as it was when the person began to edit',
  }),
  ...text,
})

/** What a person writes, whichever way it came. */
export type NoteText = Pick<Static<typeof NewNote>, 'title' | 'body' | 'pictures'>

const Picture = Type.Object({ id: Type.String(), url: Type.String() })

export const NoteObject = Type.Object(
  {
    id: Type.String(),
    title: Type.String(),
    body: Type.String(),
    pictures: Type.Array(Picture),
    share_id: Type.Union([Type.String(), Type.Null()]),
    version: Type.Integer(),
    created_at: Type.Integer({ description: 'Unix seconds' }),
    updated_at: Type.Integer({ description: 'Unix seconds' }),
  },
  { title: 'Note' },
)

export const SharedNote = Type.Object({
  title: Type.String(),
  body: Type.String(),
  pictures: Type.Array(Picture),
  author: Type.Object({ nickname: Type.String(), avatar: Type.String() }),
  updated_at: Type.Integer({ description: 'Unix seconds' }),
})

export const NotePage = Type.Object({
  objects: Type.Array(NoteObject),
  next: Type.Union([Type.String(), Type.Null()], {
    description: 'sent as `after`, it returns the next page; null on the last one',
  }),
})

export const PageQuery = Type.Object({
  limit: Type.Integer({ minimum: 1, maximum: 50, default: 20 }),
  after: Type.Optional(Type.String({ maxLength: 100 })),
  language: Type.Optional(
    Type.Union([Type.Literal('zh-CN'), Type.Literal('en')], {
      description:
        'asks for the sample that a guest is shown, in this language; members get it too',
    }),
  ),
})

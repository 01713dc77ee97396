import { Image, Text } from '@tarojs/components'
import { useTexts } from '../../i18n/LanguageProvider'
import { notesTexts } from '../../i18n/notes'
import { Card } from '../../ui/Card'
import { moment } from '../shared/moment'
import type { ReadableNote } from './note'
import './Notes.scss'

/** A note to read. */
export const NoteText = ({ note }: { note: ReadableNote }) => {
  const texts = useTexts(notesTexts)
  return (
    <Card>
      <Text id="note-heading" className="text-lead">
        {note.title}
      </Text>
      {note.body !== '' && (
        <Text id="note-text" className="note-body" userSelect>
          {note.body}
        </Text>
      )}
      {note.pictures.map(({ id, url }) => (
        <Image key={id} className="note-picture" src={url} mode="widthFix" lazyLoad />
      ))}
      {note.updatedAt > 0 && (
        <Text className="text-caption">{`${texts.changed} ${moment(note.updatedAt)}`}</Text>
      )}
    </Card>
  )
}

import { Text } from '@tarojs/components'
import { useTexts } from '../../i18n/LanguageProvider'
import { notesTexts } from '../../i18n/notes'
import { Card } from '../../ui/content/Card'
import { Heading } from '../../ui/page/Heading'
import { Picture } from '../../ui/content/Picture'
import { moment } from '../shared/moment'
import type { ReadableNote } from './note'
import './Notes.scss'

/** A note to read. */
export const NoteText = ({ note }: { note: ReadableNote }) => {
  const texts = useTexts(notesTexts)
  return (
    <Card>
      <Heading id="note-heading" className="text-lead">
        {note.title}
      </Heading>
      {note.body !== '' && (
        <Text id="note-text" className="note-body" userSelect>
          {note.body}
        </Text>
      )}
      {note.pictures.map(({ id, url }, place) => (
        <Picture
          key={id}
          className="note-picture"
          src={url}
          name={`${texts.picture} ${place + 1}`}
          fit="widthFix"
        />
      ))}
      {note.updatedAt > 0 && (
        <Text className="text-caption">{`${texts.changed} ${moment(note.updatedAt)}`}</Text>
      )}
    </Card>
  )
}

import { Text } from '@tarojs/components'
import { Tappable } from '../../ui/Tappable'
import type { Note } from './note'
import './Notes.scss'

interface Props {
  note: Note
  /** Where it stands in the list, from 0. */
  place: number
  onTap: () => void
}

/** One note of a list: its title and how it begins. */
export function NoteRow({ note, place, onTap }: Props) {
  return (
    <Tappable id={`note-${place}`} className="note-row" onTap={onTap}>
      <Text className="note-row-title">{note.title}</Text>
      {note.body !== '' && <Text className="note-row-body">{note.body}</Text>}
    </Tappable>
  )
}

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

const LONGEST_BEGINNING = 60

/** The first line of a text, or as much of it as says what the note is about. */
const beginningOf = (body: string): string => {
  const line = [...(body.trim().split('\n')[0] ?? '')]
  const isWhole = line.length <= LONGEST_BEGINNING
  return isWhole ? line.join('') : `${line.slice(0, LONGEST_BEGINNING).join('')}…`
}

/** One note of a list: its title and how it begins. */
export const NoteRow = ({ note, place, onTap }: Props) => {
  return (
    <Tappable id={`note-${place}`} className="note-row" onTap={onTap}>
      <Text className="note-row-title">{note.title}</Text>
      {note.body !== '' && <Text className="note-row-body">{beginningOf(note.body)}</Text>}
    </Tappable>
  )
}

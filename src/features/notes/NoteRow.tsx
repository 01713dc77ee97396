import { Text } from '@tarojs/components'
import { Tappable } from '../../ui/content/Tappable'
import type { Note } from './note'
import '../../ui/content/Cell.scss'
import './Notes.scss'

interface Props {
  note: Note
  /** Where it stands in the list, from 0. */
  place: number
  onTap: () => void
}

const LONGEST_BEGINNING = 120

/** As much of the first line of a text as two lines of a list can hold; what they cannot, its style cuts off. */
const beginningOf = (body: string): string =>
  [...(body.trim().split('\n')[0] ?? '')].slice(0, LONGEST_BEGINNING).join('')

/** One note of a list: its title and how it begins. */
export const NoteRow = ({ note, place, onTap }: Props) => {
  return (
    <Tappable id={`note-${place}`} className="cell note-row" onTap={onTap}>
      <Text>{note.title}</Text>
      {note.body !== '' && <Text className="note-row-body">{beginningOf(note.body)}</Text>}
    </Tappable>
  )
}

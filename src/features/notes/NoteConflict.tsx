import { useTexts } from '../../i18n/LanguageProvider'
import { notesTexts } from '../../i18n/notes'
import { Button } from '../../ui/form/Button'
import { Notice } from '../../ui/feedback/Notice'

interface Props {
  /** What was done to the note elsewhere. */
  elsewhere: 'edited' | 'deleted'
  onTakeTheirs: () => void
  onKeepMine: () => void
}

/** The note was changed or deleted on another device meanwhile: the person decides, and nothing is lost before they have. */
export const NoteConflict = ({ elsewhere, onTakeTheirs, onKeepMine }: Props) => {
  const texts = useTexts(notesTexts)
  const isDeleted = elsewhere === 'deleted'
  return (
    <Notice id="note-conflict" tone="warn" text={texts[elsewhere]}>
      <Button
        id="note-keep-mine"
        label={isDeleted ? texts.restoreMine : texts.keepMine}
        look="plain"
        onTap={onKeepMine}
      />
      <Button
        id="note-take-theirs"
        label={isDeleted ? texts.discard : texts.takeTheirs}
        look="plain"
        onTap={onTakeTheirs}
      />
    </Notice>
  )
}

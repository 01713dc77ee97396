import { useTexts } from '../../i18n/LanguageProvider'
import { notesTexts } from '../../i18n/notes'
import { Button } from '../../ui/Button'
import { Notice } from '../../ui/Notice'

interface Props {
  onTakeTheirs: () => void
  onKeepMine: () => void
}

/** The note was changed on another device meanwhile: the person decides, and nothing is lost before they have. */
export const NoteConflict = ({ onTakeTheirs, onKeepMine }: Props) => {
  const texts = useTexts(notesTexts)
  return (
    <Notice id="note-conflict" tone="warn" text={texts.conflict}>
      <Button id="note-keep-mine" label={texts.keepMine} look="plain" onTap={onKeepMine} />
      <Button id="note-take-theirs" label={texts.takeTheirs} look="plain" onTap={onTakeTheirs} />
    </Notice>
  )
}

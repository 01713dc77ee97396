import type { FailureKind } from '../../auth/failure'
import { useTexts } from '../../i18n/LanguageProvider'
import { notesTexts } from '../../i18n/notes'
import { FailureNotice } from '../shared/FailureNotice'

interface Props {
  kind: FailureKind
  onRetry: () => void
}

/** A note that could not be fetched; one that is gone needs no other try. */
export const NoteFailure = ({ kind, onRetry }: Props) => {
  const texts = useTexts(notesTexts)
  const isGone = kind === 'notFound' || kind === 'denied'
  return (
    <FailureNotice
      id="note-failure"
      kind={kind}
      {...(isGone ? { texts: { [kind]: texts.gone } } : { onRetry })}
    />
  )
}

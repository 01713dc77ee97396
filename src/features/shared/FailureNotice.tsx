import type { FailureKind } from '../../auth/failure'
import { common } from '../../i18n/common'
import { failureTexts } from '../../i18n/failure'
import { useTexts } from '../../i18n/LanguageProvider'
import { Button } from '../../ui/form/Button'
import { Notice } from '../../ui/feedback/Notice'

interface Props {
  id: string
  kind: FailureKind
  /** Sentences in place of the general ones, where this place knows more. */
  texts?: Partial<Record<FailureKind, string>>
  onRetry?: () => void
}

/**
 * What went wrong, in a sentence, and another try where that may help. An action that was cancelled is not missed, so
 * nothing is said of it; a page that was not loaded is empty, and says so.
 */
export const FailureNotice = ({ id, kind, texts = {}, onRetry }: Props) => {
  const failures = useTexts(failureTexts)
  const { retry } = useTexts(common)
  if (kind === 'cancelled' && onRetry === undefined) return null
  return (
    <Notice id={id} tone="danger" text={texts[kind] || failures[kind]}>
      {onRetry !== undefined && (
        <Button id={`${id}-retry`} label={retry} look="plain" onTap={onRetry} />
      )}
    </Notice>
  )
}

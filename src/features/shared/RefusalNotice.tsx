import type { Failure, FailureKind } from '../../auth/failure'
import { useTexts } from '../../i18n/LanguageProvider'
import { isRefusal, refusalTexts } from '../../i18n/refusals'
import { FailureNotice } from './FailureNotice'

interface Props {
  id: string
  failure: Failure
  /** Sentences in place of the general ones: see FailureNotice. */
  texts?: Partial<Record<FailureKind, string>>
}

/** FailureNotice for forms: the error code of our server has the first say. Not in the main package. */
export const RefusalNotice = ({ id, failure: { kind, errorCode }, texts = {} }: Props) => {
  const refusals = useTexts(refusalTexts)
  const sentences = isRefusal(errorCode) ? { [kind]: refusals[errorCode] } : texts
  return <FailureNotice id={id} kind={kind} texts={sentences} />
}

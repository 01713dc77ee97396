import type { Failure, FailureKind } from '../../auth/failure'
import { useTexts } from '../../i18n/LanguageProvider'
import { isRefusal, refusalTexts } from '../../i18n/refusals'
import { FailureNotice } from './FailureNotice'

interface Props {
  id: string
  failure: Failure
  here?: Partial<Record<FailureKind, string>>
}

/** FailureNotice for forms: says first what our server says in particular. Not in the main package. */
export const RefusalNotice = ({ id, failure: { kind, errorCode }, here = {} }: Props) => {
  const refusals = useTexts(refusalTexts)
  const sentences = isRefusal(errorCode) ? { [kind]: refusals[errorCode] } : here
  return <FailureNotice id={id} kind={kind} here={sentences} />
}

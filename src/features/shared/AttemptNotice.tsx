import type { FailureKind } from '../../auth/failure'
import { Toast } from '../../ui/feedback/Toast'
import { RefusalNotice } from './RefusalNotice'
import type { Attempt } from './use-attempt'

interface Props {
  id: string
  attempt: Attempt
  /** What to say when it worked; nothing where the screen shows that by itself. */
  done?: string
  here?: Partial<Record<FailureKind, string>>
}

/** How an attempt ended; nothing while there is nothing to say. */
export const AttemptNotice = ({ id, attempt, done, here = {} }: Props) => {
  if (attempt.tag === 'failed') return <RefusalNotice id={id} failure={attempt} here={here} />
  return attempt.tag === 'done' && done !== undefined ? <Toast id={id} text={done} /> : null
}

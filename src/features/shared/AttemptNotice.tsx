import type { FailureKind } from '../../auth/failure'
import { Toast } from '../../ui/feedback/Toast'
import { RefusalNotice } from './RefusalNotice'
import type { Attempt } from './use-attempt'

interface Props {
  id: string
  attempt: Attempt
  /** What to say when it worked; nothing where the screen shows that by itself. */
  done?: string
  /** Sentences in place of the general ones: see FailureNotice. */
  texts?: Partial<Record<FailureKind, string>>
}

/** How an attempt ended; nothing while there is nothing to say. */
export const AttemptNotice = ({ id, attempt, done, texts = {} }: Props) => {
  if (attempt.tag === 'failed') return <RefusalNotice id={id} failure={attempt} texts={texts} />
  return attempt.tag === 'done' && done !== undefined ? <Toast id={id} text={done} /> : null
}

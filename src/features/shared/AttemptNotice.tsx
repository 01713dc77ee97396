import type { FailureKind } from '../../baas/failure'
import { Notice } from '../../ui/Notice'
import { FailureNotice } from './FailureNotice'
import type { Attempt } from './use-attempt'

interface Props {
  id: string
  attempt: Attempt
  /** What to say when it worked. */
  done: string
  here?: Partial<Record<FailureKind, string>>
}

/** How an attempt ended; nothing while there is nothing to say. */
export function AttemptNotice({ id, attempt, done, here = {} }: Props) {
  if (attempt.tag === 'failed') return <FailureNotice id={id} kind={attempt.kind} here={here} />
  return attempt.tag === 'done' ? <Notice id={id} tone="good" text={done} /> : null
}

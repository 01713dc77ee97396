import { useState } from 'react'
import { failureOf, type Failure, type FailureKind } from '../../baas/failure'
import type { ButtonState } from '../../ui/button-face'
import { useAction } from './use-action'

/** How the last attempt ended. */
export type Attempt = { readonly tag: 'none' | 'done' } | ({ readonly tag: 'failed' } & Failure)

/**
 * One thing to try, with its outcome for the screen.
 * @param meanings what a status means in this call (failure.ts), where it has no meaning of its own
 */
export function useAttempt(meanings: Readonly<Record<number, FailureKind>> = {}): {
  attempt: Attempt
  state: ButtonState
  start: (work: () => Promise<unknown>) => void
} {
  const [attempt, setAttempt] = useState<Attempt>({ tag: 'none' })
  const { state, run } = useAction()
  const start = (work: () => Promise<unknown>) =>
    run(() => {
      setAttempt({ tag: 'none' })
      return work().then(
        () => setAttempt({ tag: 'done' }),
        (error: unknown) => setAttempt({ tag: 'failed', ...failureOf(error, meanings) }),
      )
    })
  return { attempt, state, start }
}

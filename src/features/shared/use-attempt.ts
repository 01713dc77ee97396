import { useState } from 'react'
import type { Outcome } from '../../auth/account/attempt'
import type { Failure } from '../../auth/failure'
import type { ButtonState } from '../../ui/form/button.types'
import { useAction } from './use-action'

/** How the last attempt ended. */
export type Attempt = { readonly tag: 'none' | 'done' } | ({ readonly tag: 'failed' } & Failure)

/** The outcome of an empty field, as of a wrong one: no request is needed. */
export const NOTHING_TYPED = { tag: 'failed', failure: { kind: 'denied', retry: false } } as const

/** One thing to try, with its outcome for the screen. */
export const useAttempt = (): {
  attempt: Attempt
  state: ButtonState
  start: (work: () => Promise<Outcome<unknown>>) => void
  /** Forgets the outcome, once it no longer holds. */
  clear: () => void
} => {
  const [attempt, setAttempt] = useState<Attempt>({ tag: 'none' })
  const clear = () => setAttempt({ tag: 'none' })
  const { state, run } = useAction()
  const start = (work: () => Promise<Outcome<unknown>>) =>
    run(async () => {
      clear()
      const outcome = await work()
      setAttempt(outcome.tag === 'done' ? { tag: 'done' } : { tag: 'failed', ...outcome.failure })
    })
  return { attempt, state, start, clear }
}

import { useState } from 'react'
import type { Outcome } from '../../auth/account/attempt'
import type { Failure } from '../../auth/failure'
import type { AccountName } from '../../auth/member'
import { useLeave } from '../navigation/use-leave'
import { useAction } from '../shared/use-action'

type Enter = (account: AccountName, password: string) => Promise<Outcome>

/**
 * What the forms of the web build to sign in and to register share: one attempt at a time, its failure kept for the
 * screen, and the way back to where the person came from. `back` is that way as a query for the other form.
 */
export const useSignInForm = (enter: Enter, redirect: string | undefined) => {
  const [failure, setFailure] = useState<Failure | null>(null)
  const { state, run } = useAction()
  const leave = useLeave()
  const [isEntered, setEntered] = useState(false)

  const submit = (account: AccountName, password: string) =>
    run(async () => {
      setFailure(null)
      const outcome = await enter(account, password)
      if (outcome.tag === 'failed') return setFailure(outcome.failure)
      setEntered(true)
      leave(redirect)
    })

  const back = redirect === undefined ? '' : `redirect=${encodeURIComponent(redirect)}`
  /** Whether the form is still to be filled in, by someone who may be signed in already. */
  const isOpen = state === 'ready' && !isEntered
  return { back, failure, state, submit, isOpen, stay: () => leave(redirect) }
}

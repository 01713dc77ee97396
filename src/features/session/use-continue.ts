import { useState } from 'react'
import type { Failure } from '../../auth/failure'
import { useWechatAuth } from '../../auth/useWechatAuth'
import { useAction, type Action } from '../shared/use-action'

/** To continue with WeChat. */
export interface Continue extends Pick<Action, 'state'> {
  start: () => void
  /** Why the last try of this button failed; null once another action is tried. */
  failure: Failure | null
}

/** To continue with WeChat, one try at a time. The session keeps one failure for all actions: another's is not shown. */
export const useContinue = (): Continue => {
  const { continueWithWechat, failure } = useWechatAuth(({ continueWithWechat, failure }) => ({
    continueWithWechat,
    failure,
  }))
  const { state, run } = useAction()
  const [own, setOwn] = useState<Failure | null>(null)
  const start = () =>
    run(async () => {
      const outcome = await continueWithWechat()
      if (outcome.tag === 'failed') setOwn(outcome.failure)
    })
  return { state, start, failure: failure === own ? own : null }
}

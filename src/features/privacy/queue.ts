import { createStore, type StoreApi } from 'zustand/vanilla'
import type { ConsentAnswer } from '../../platform/platform'

/** The calls that wait for the person's consent. WeChat reports each by itself, and all want an answer. */
export interface PrivacyQueue {
  /** Whether the sheet should be shown. */
  asking: StoreApi<boolean>
  /** Another call waits. */
  need: (resolve: (answer: ConsentAnswer) => void) => void
  /** The sheet is on screen. */
  exposed: () => void
  /** The person tapped the agree button of this id; WeChat checks that they did. */
  agree: (buttonId: string) => void
  /** The person tapped the other button: every call that waits is refused. */
  disagree: () => void
}

/** One queue per app: WeChat keeps one listener only, the last that registered (docs/wechat.md 3.3). */
export const createPrivacyQueue = (): PrivacyQueue => {
  const asking = createStore(() => false)
  let waiting: Array<(answer: ConsentAnswer) => void> = []

  // All are answered before the sheet goes: a call without an answer would hang for ever.
  const tellAll = (answer: ConsentAnswer) => {
    const told = waiting
    waiting = []
    for (const resolve of told) resolve(answer)
    asking.setState(false, true)
  }

  return {
    asking,
    need(resolve) {
      waiting.push(resolve)
      asking.setState(true, true)
    },
    exposed() {
      for (const resolve of waiting) resolve({ event: 'exposureAuthorization' })
    },
    agree: (buttonId) => tellAll({ event: 'agree', buttonId }),
    disagree: () => tellAll({ event: 'disagree' }),
  }
}

import type { StoreApi } from 'zustand/vanilla'
import type { Auth } from './auth'
import { createQuestion, type QuestionHost } from './question'

export interface SignInPrompt {
  /** Whether someone is being asked to sign in, on whichever page. */
  asking: StoreApi<boolean>
  /**
   * Before what needs a member: true at once for one, else after the person signed in and is on this page.
   * False when they would rather not, or were led to the sign-in page because no sheet is on this one.
   */
  requireAuth: () => Promise<boolean>
  /** The person would rather not. */
  dismiss: () => void
  /** Registers a page that can ask in place, until it leaves. */
  mountSheet: () => QuestionHost
}

/** First in place, navigation last (docs/wechat.md 6.1: no wall before someone wanted something). */
export const createSignInPrompt = (
  auth: Pick<Auth, 'view' | 'ready'>,
  openSignInPage: () => void,
): SignInPrompt => {
  const question = createQuestion<true>()
  const isMember = () => auth.view.getState().session.tag === 'member'

  return {
    asking: question.asking,
    async requireAuth() {
      await auth.ready()
      if (isMember()) return true
      const asked = question.ask()
      if (asked === undefined) {
        openSignInPage()
        return false
      }
      const unsubscribe = auth.view.subscribe(() => {
        if (isMember()) question.answer(true)
      })
      return (await asked.finally(unsubscribe)) === true && isMember()
    },
    dismiss: () => question.answer(undefined),
    mountSheet: question.mount,
  }
}

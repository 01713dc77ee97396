import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Auth } from './auth'

export interface MemberGate {
  /** Whether somebody is being asked to sign in, for the sheet to show. */
  asking: StoreApi<boolean>
  /**
   * Before what needs a member: true at once for one, else after the person signed in where they are.
   * False when they would rather not, or were led to the sign-in page because no sheet is on this one.
   */
  requireAuth(): Promise<boolean>
  /** The person would rather not. */
  dismiss(): void
  /** A page that can ask in place says so while it is there; gives the way to take that back. */
  mountSheet(): () => void
}

/** First in place, navigation last (WeChat rules 1.6: no wall before somebody wanted something). */
export function createMemberGate(
  auth: Pick<Auth, 'view' | 'ready'>,
  openSignInPage: () => void,
): MemberGate {
  const asking = createStore(() => false)
  let sheets = 0
  let settle: (isMember: boolean) => void = () => undefined
  let asked: Promise<boolean> | undefined

  const isMember = () => auth.view.getState().session.tag === 'member'

  const ask = () =>
    new Promise<boolean>((resolve) => {
      const unsubscribe = auth.view.subscribe(() => {
        if (isMember()) settle(true)
      })
      settle = (outcome) => {
        unsubscribe()
        asked = undefined
        asking.setState(false, true)
        resolve(outcome)
      }
      asking.setState(true, true)
    })

  return {
    asking,
    async requireAuth() {
      await auth.ready()
      if (isMember()) return true
      if (sheets > 0) return (asked ??= ask())
      openSignInPage()
      return false
    },
    dismiss: () => settle(false),
    mountSheet() {
      sheets += 1
      return () => {
        sheets -= 1
        if (sheets === 0) settle(false)
      }
    },
  }
}

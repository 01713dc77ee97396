import { useStore } from 'zustand'
import { useAuth } from './AuthProvider'
import type { Session } from './session'
import type { Auth } from './store'

type Actions = Pick<Auth, 'ready' | 'retry' | 'continueWithWechat' | 'signOut'>

/**
 * The session and what can be done about it, for components.
 * Re-renders when the session changes; the actions are stable.
 */
export function useWechatAuth(): Actions & { session: Session } {
  const { store, ready, retry, continueWithWechat, signOut } = useAuth()
  const session = useStore(store, (state) => state.session)
  return { session, ready, retry, continueWithWechat, signOut }
}

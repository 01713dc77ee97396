import { useStore } from 'zustand'
import { useShallow } from 'zustand/react/shallow'
import type { Failure } from '../baas/failure'
import type { User } from '../baas/user'
import type { Actions } from './actions'
import type { Auth } from './auth'
import { useAuthKit } from './AuthProvider'
import type { SignInPrompt } from './sign-in-prompt'
import type { Session } from './session'

/** Who is signed in, and everything that can be done about it. */
export interface WechatAuth
  extends Actions, Pick<Auth, 'ready' | 'retry'>, Pick<SignInPrompt, 'requireAuth'> {
  session: Session
  /** The member, or null while there is none. */
  user: User | null
  /** Of the last action somebody tapped; null once the next one starts. */
  failure: Failure | null
}

const everything = (auth: WechatAuth): WechatAuth => auth

/**
 * The session for components. Give a selector to be re-rendered only for what it picks, several values
 * at once included: `useWechatAuth(({ user, signOut }) => ({ user, signOut }))`. Actions never change.
 */
export function useWechatAuth(): WechatAuth
export function useWechatAuth<T>(select: (auth: WechatAuth) => T): T
export function useWechatAuth<T>(
  select: (auth: WechatAuth) => T | WechatAuth = everything,
): T | WechatAuth {
  const { auth, actions, prompt } = useAuthKit()
  const { ready, retry } = auth
  const { requireAuth } = prompt
  return useStore(
    auth.view,
    useShallow(({ session, failure }): T | WechatAuth => {
      const user = session.tag === 'member' ? session.user : null
      return select({ session, user, failure, ready, retry, requireAuth, ...actions })
    }),
  )
}

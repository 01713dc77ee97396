import { useStore } from 'zustand'
import { useShallow } from 'zustand/react/shallow'
import type { Failure } from './failure'
import type { SignInActions } from './account/sign-in'
import type { Auth } from './auth'
import { useAuthKit } from './AuthProvider'
import type { Member } from './member'
import type { SignInPrompt } from './sign-in-prompt'
import type { Session } from './session'

/** Who is signed in, and what can be done about it; what a member does with their account is useAccount(). */
export interface WechatAuth
  extends SignInActions, Pick<Auth, 'ready' | 'retry'>, Pick<SignInPrompt, 'requireAuth'> {
  session: Session
  /** The member, or null while there is none. */
  user: Member | null
  /** Of the last action the person tapped; null once the next one starts. */
  failure: Failure | null
}

const everything = (auth: WechatAuth): WechatAuth => auth

/**
 * The session for components. Pass a selector to be re-rendered only for what it picks, several values
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

import { createContext, useContext, type PropsWithChildren } from 'react'
import type { SignInActions } from './account/sign-in'
import type { Auth } from './auth'
import type { SignInPrompt } from './sign-in-prompt'
import type { Timeline } from './timeline'

/** One session machine, what can be done with it, and the prompt before what needs a member. */
export interface AuthKit {
  auth: Auth
  actions: SignInActions
  prompt: SignInPrompt
  /** What happened so far; development builds only. */
  timeline: Timeline | undefined
}

const AuthContext = createContext<AuthKit | null>(null)

/** Puts one session within reach of every page below. */
export const AuthProvider = ({ kit, children }: PropsWithChildren<{ kit: AuthKit }>) => {
  return <AuthContext.Provider value={kit}>{children}</AuthContext.Provider>
}

/** The kit of the nearest AuthProvider; throws where there is none. */
export const useAuthKit = (): AuthKit => {
  const kit = useContext(AuthContext)
  if (kit === null) throw new Error('useAuthKit needs an AuthProvider above it; app.tsx has one.')
  return kit
}

import { createContext, useContext, type PropsWithChildren } from 'react'
import type { Auth } from './store'

const AuthContext = createContext<Auth | null>(null)

/** Puts one session machine within reach of every page below. */
export function AuthProvider({ auth, children }: PropsWithChildren<{ auth: Auth }>) {
  return <AuthContext.Provider value={auth}>{children}</AuthContext.Provider>
}

/** The machine of the nearest AuthProvider; throws where there is none. */
export function useAuth(): Auth {
  const auth = useContext(AuthContext)
  if (auth === null) throw new Error('useAuth needs an AuthProvider above it; app.tsx has one.')
  return auth
}

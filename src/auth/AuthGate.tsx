import type { ReactNode } from 'react'
import { useAuthKit } from './AuthProvider'
import { useQuestionHost } from './useQuestionHost'
import { useWechatAuth } from './useWechatAuth'

interface AuthGateProps {
  /** What members see. */
  children: ReactNode
  /** Until the launch has an outcome: a skeleton, never nothing (a flash of a login page is worse than a wait). */
  pending: ReactNode
  /** What everyone else sees in its place. */
  fallback: ReactNode
}

/** Shows a part of a page to members only, in place: the page itself is open to everyone. */
export const AuthGate = ({ children, pending, fallback }: AuthGateProps) => {
  const tag = useWechatAuth(({ session }) => session.tag)
  if (tag === 'member') return children
  return tag === 'booting' || tag === 'signingIn' ? pending : fallback
}

interface SignInSheetProps {
  /** The sheet itself; `dismiss` is its "not now". */
  children: (sheet: { open: boolean; dismiss: () => void }) => ReactNode
}

/** Lets requireAuth() ask on this page, by the sheet its child draws. One per page. */
export const SignInSheetHost = ({ children }: SignInSheetProps) => {
  const { prompt } = useAuthKit()
  const open = useQuestionHost(prompt.mountSheet, prompt.asking)
  return children({ open, dismiss: prompt.dismiss })
}

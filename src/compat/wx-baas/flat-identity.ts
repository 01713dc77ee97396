import type { Auth } from '../../auth/auth'

/** Who is signed in, in the flat form of the 1.x documents (docs/protocol.md 1.1): empty where no one is. */
export interface FlatIdentity {
  id: number | undefined
  openid: string
  unionid: string
  /** Unix seconds; the old documents show milliseconds, the SDK always returned seconds. */
  session_expires_at: number | undefined
}

/** Who is signed in now, in that form. */
export const flatIdentity = (session: Pick<Auth, 'current'>): FlatIdentity => {
  const { user, expiresAtSeconds } = session.current() ?? {}
  const { id, openid, unionid } = user ?? {}
  return {
    id,
    openid: openid ?? '',
    unionid: unionid ?? '',
    session_expires_at: expiresAtSeconds,
  }
}

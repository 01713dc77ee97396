import type { User } from '../baas/user'

/** Why nobody is signed in. */
export type GuestReason = 'offline' | 'refused' | 'signedOut' | 'server'

/** Who is holding the phone, as far as we know. Exactly one of these at any time (DESIGN 4). */
export type Session =
  | { tag: 'booting' }
  | { tag: 'signingIn'; why: 'launch' | 'retry' | 'user' }
  | { tag: 'unlinked' }
  | { tag: 'guest'; reason: GuestReason }
  | { tag: 'member'; user: User; token: string; expiresAtMs: number }

import type { User } from '../baas/user'

/** Why no one is signed in. */
export type GuestReason =
  | 'offline'
  | 'refused'
  /** The person signed out here, or never signed in. */
  | 'signedOut'
  /** The session was ended on another device, or with the password or the account it belonged to. */
  | 'endedElsewhere'
  | 'server'
  /** The openid and the unionid of this WeChat do not lead to one account. */
  | 'unionConflict'
  /** An operator has blocked the account. */
  | 'accountBlocked'

/** Sent instead of a new wx.login code when this WeChat is linked to an account. */
export interface KeptTicket {
  readonly value: string
  readonly expiresAtMs: number
}

/** Who is known to be signed in, running sign-ins left aside. */
export type Known =
  | { readonly tag: 'booting' }
  | { readonly tag: 'guest'; readonly reason: GuestReason }
  /** WeChat is known, but no account of ours belongs to it: the 404 of `createUser: false`. */
  | { readonly tag: 'unlinked'; readonly ticket?: KeptTicket }
  /** `epoch` is another number for every change of identity. */
  | {
      readonly tag: 'member'
      readonly user: User
      readonly expiresAtMs: number
      readonly epoch: number
    }

/** The outcomes that leave no one signed in. */
export type NotSignedIn = Extract<Known, { tag: 'guest' | 'unlinked' }>

/** Who started a sign-in. */
export type Why = 'launch' | 'retry' | 'user'

/** Who is signed in. Exactly one of these at any time. */
export type Session = Known | { readonly tag: 'signingIn'; readonly why: Why }

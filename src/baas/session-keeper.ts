import type { Lease } from './grant'
import type { Proof } from './proof'
import type { User } from './user'

/** The port to whoever keeps the session (src/auth): the client itself remembers nothing. */
export interface SessionKeeper {
  /** Who is signed in, and until when in Unix seconds; undefined when nobody is. */
  current(): { readonly user: User; readonly expiresAtSeconds: number } | undefined
  /** Signs in and makes the outcome the current session. Rejects with BaasError. */
  signIn(proof: Proof): Promise<User>
  /** Takes what an answer taught about the current user; ignored when it is about somebody else. */
  learn(user: User, lease?: Lease): void
  /** Forgets the session at once and ends it on the server when it can. Never rejects. */
  signOut(): Promise<void>
}

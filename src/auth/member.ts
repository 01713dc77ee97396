import type { User } from '../baas/user'

/** The person who is signed in. */
export type Member = User

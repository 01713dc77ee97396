import type { AccountName as Name } from '../baas/credentials'
import type { User } from '../baas/user'

/** The person who is signed in. */
export type Member = User

/** The name an account is known by: one of the three. */
export type AccountName = Name

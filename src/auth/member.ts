import { columnOf, type User } from '../baas/user'

/** The person who is signed in. Columns of the project's own are read by columnIn(). */
export type Member = User

/** One column of the member's row, also one that this project added itself. */
export const columnIn = (member: Member, name: string): unknown => columnOf(member, name)

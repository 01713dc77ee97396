import { eq } from 'drizzle-orm'
import { loadAccount, type Account } from '../accounts/users/account'
import { users } from '../db/schema'
import type { Operator } from './operator'
import { Refusal } from './refusal'

/** The account of this id. Rejects with a `Refusal` when there is none. */
export const accountOf = async ({ context }: Operator, id: number): Promise<Account> => {
  const account = await loadAccount(context, eq(users.id, id))
  if (account === null) throw new Refusal(`No account has the id ${id}.`)
  return account
}

import type { Context } from '../context'
import { ApiError } from '../errors'
import { passwordMatches } from '../security/password'
import type { Origin } from '../sessions/session'
import type { Account } from './account'
import { lookupOf, type Name } from './credentials'
import { accountsNamed } from './named-accounts'
import { countGuess } from './password-limit'
import { signInAccount } from './sign-in-account'
import type { SignedIn } from './sign-in-known'

/** The account that the password opens, or null after the same work. */
const opened = async (accounts: readonly Account[], password: string): Promise<Account | null> => {
  for (const account of accounts)
    if (await passwordMatches(account.user.passwordHash, password)) return account
  if (accounts.length === 0) await passwordMatches(null, password)
  return null
}

/**
 * Signs in by name and password (docs/protocol.md 4.2). An unknown name and a wrong password get the same 400
 * after the same work; failures are counted (docs/limits.md), beyond a limit 429.
 */
export const passwordLogin = async (
  context: Context,
  name: Name,
  password: string,
  origin: Origin,
): Promise<SignedIn> => {
  const lookup = lookupOf(name)
  const subject = `${lookup.kind}:${lookup.value}`
  const accounts = await accountsNamed(context, lookup)
  const guess = await countGuess(context, subject, accounts[0]?.user.id ?? null, origin)
  const account = await opened(accounts, password)
  if (account === null) throw new ApiError(400, `Incorrect ${lookup.kind} or password.`)
  await guess.wasRight()
  const method = lookup.kind
  const grant = await context.db.transaction((tx) =>
    signInAccount(tx, context, account.user.id, { method, kind: 'signed_in', origin }),
  )
  return { account, grant }
}

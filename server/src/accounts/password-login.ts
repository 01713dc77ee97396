import type { Context } from '../context'
import { ApiError } from '../errors'
import { forgive, LIMITS, refuseIfSpent, spend } from '../security/limits'
import { passwordMatches } from '../security/password'
import type { Origin } from '../sessions/session'
import type { Account } from './account'
import { lookupOf, type Name } from './credentials'
import { accountsNamed } from './named-accounts'
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
 * Signs in by name and password (wire contract 1.2 #9). An unknown name and a wrong password get the same 400
 * after the same work; failures are counted per account and per address, beyond the limit 429.
 */
export const passwordLogin = async (
  context: Context,
  name: Name,
  password: string,
  origin: Origin,
): Promise<SignedIn> => {
  const lookup = lookupOf(name)
  const subject = `${lookup.kind}:${lookup.value}`
  await refuseIfSpent(context, LIMITS.passwordPerAddress, origin.ipAddress)
  // Counted before the check, so that guesses at the same moment cannot outrun the count.
  await spend(context, LIMITS.passwordPerAccount, subject)

  const account = await opened(await accountsNamed(context, lookup), password)
  if (account === null) {
    await spend(context, LIMITS.passwordPerAddress, origin.ipAddress)
    throw new ApiError(400, `Incorrect ${lookup.kind} or password.`)
  }
  await forgive(context, LIMITS.passwordPerAccount, subject)
  const method = lookup.kind
  const grant = await context.db.transaction((tx) =>
    signInAccount(tx, context, account.user.id, { method, kind: 'signed_in', origin }),
  )
  return { account, grant }
}

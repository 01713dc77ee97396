import type { Context } from '../../context'
import { ApiError } from '../../errors'
import { orTakenBack, passwordMatches } from '../../security/password'
import type { ClientInfo } from '../../sessions/session'
import type { Account } from '../users/account'
import { lookupOf, type Name } from '../identifiers/names'
import { accountsNamed } from './named-accounts'
import { guessCounter, type Guess } from './password-limit'
import { signInAccount, type SignedIn } from './sign-in-account'

/** Whether a counted guess is right. */
const isRight = (
  passwordHash: string | null,
  password: string,
  guess: Guess,
  client: ClientInfo,
): Promise<boolean> =>
  orTakenBack(
    () => passwordMatches(passwordHash, password, { ...client, isKnown: guess.isKnown }),
    guess.wasUnchecked,
    client.signal,
  )

/** The account that the password opens, or null after the same work; what `count` counted of it is taken back. */
const opened = async (
  accounts: readonly Account[],
  password: string,
  count: ReturnType<typeof guessCounter>,
  client: ClientInfo,
): Promise<Account | null> => {
  for (const account of accounts) {
    const guess = await count(account.user.id)
    if (!(await isRight(account.user.passwordHash, password, guess, client))) continue
    await guess.wasRight()
    return account
  }
  if (accounts.length > 0) return null
  await isRight(null, password, await count(null), client)
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
  client: ClientInfo,
): Promise<SignedIn> => {
  const lookup = lookupOf(name)
  const subject = `${lookup.kind}:${lookup.value}`
  const accounts = await accountsNamed(context, lookup, client)
  const wrong = () => new ApiError('wrong_credentials', `Incorrect ${lookup.kind} or password.`)
  const account = await opened(accounts, password, guessCounter(context, subject, client), client)
  if (account === null) throw wrong()
  const method = lookup.kind
  const act = { method, kind: 'signed_in', client } as const
  const sessionToken = await signInAccount(context.db, context, account.user, act)
  if (sessionToken === null) throw wrong()
  return { account, sessionToken }
}

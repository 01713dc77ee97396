import type { Context } from '../context'
import { ApiError } from '../errors'
import { passwordMatches } from '../security/password'
import type { Origin } from '../sessions/session'
import { hasName, normalizeName, type Name } from './credentials'
import { loadAccount } from './load-account'
import { countGuess } from './password-limit'
import { signInAccount } from './sign-in-account'
import type { SignedIn } from './sign-in-known'

/**
 * Signs in by name and password (wire contract 1.2 #9). An unknown name and a wrong password get the same 400
 * after the same work; failures are counted (docs/limits.md), beyond a limit 429.
 */
export const passwordLogin = async (
  context: Context,
  name: Name,
  password: string,
  origin: Origin,
): Promise<SignedIn> => {
  const normalized = normalizeName(name)
  const subject = `${normalized.kind}:${normalized.value.toLowerCase()}`
  const account = await loadAccount(context, hasName(context.vault, normalized))
  const guess = await countGuess(context, subject, account?.user.id ?? null, origin)
  const matches = await passwordMatches(account?.user.passwordHash ?? null, password)
  if (account === null || !matches)
    throw new ApiError(400, `Incorrect ${normalized.kind} or password.`)
  await guess.wasRight()
  const method = normalized.kind
  const grant = await context.db.transaction((tx) =>
    signInAccount(tx, context, account.user.id, { method, kind: 'signed_in', origin }),
  )
  return { account, grant }
}

import { atMost } from '../../src/at-most'
import type { HttpClient } from '../kit/http-client'
import type { Ledger, LedgerSession } from './ledger'
import type { CodeOf } from './account-writes'
import { signIn } from './load'

const sessionStands = async (
  client: HttpClient,
  { nicknames }: Ledger,
  session: LedgerSession,
): Promise<boolean> => {
  const { token, userId, state } = session
  const { status, body } = await client.call('GET', `/hserve/v2.5/user/info/${userId}/`, { token })
  if (state === 'ended') return status === 401
  const isNamed = nicknames.get(userId)?.some((name) => name === body['nickname']) ?? true
  // Every rename wrote the same into both fields.
  const isWhole =
    status === 200 && body['id'] === userId && isNamed && body['nickname'] === body['city']
  return isWhole || (state === 'ending' && status === 401)
}

/**
 * Holds the running server to the ledger: every acknowledged session works or is dead as promised, every profile
 * is one that was sent whole, and everyone to whom an account was ever acknowledged, or linked to one, gets that
 * same one. Returns one sentence per broken promise.
 */
export const brokenPromises = async (
  client: HttpClient,
  ledger: Ledger,
  codeOf: CodeOf,
): Promise<string[]> => {
  const inTurn = atMost(16)
  const broken: string[] = []
  const checkSession = async (session: LedgerSession) => {
    if (await sessionStands(client, ledger, session)) return
    broken.push(`the ${session.state} session of ${session.person} is not as it was acknowledged`)
  }
  const checkPerson = (person: string) =>
    signIn(client, ledger, codeOf, person).catch((error: unknown) => broken.push(String(error)))
  const sessions = [...ledger.sessions.values()]
  await Promise.all(sessions.map((session) => inTurn(() => checkSession(session))))
  await Promise.all([...ledger.seen].map((person) => inTurn(() => checkPerson(person))))
  return broken
}

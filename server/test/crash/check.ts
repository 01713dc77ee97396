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

const batches = <T>(all: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(all.length / size) }, (_, i) =>
    all.slice(i * size, (i + 1) * size),
  )

/**
 * Holds the running server to the ledger: every acknowledged session works or is dead as promised, every profile is
 * one that was sent whole, and everyone to whom an account was ever acknowledged, or linked to one, gets that same one. Returns one sentence per broken promise.
 */
export const brokenPromises = async (
  client: HttpClient,
  ledger: Ledger,
  codeOf: CodeOf,
): Promise<string[]> => {
  const broken: string[] = []
  for (const batch of batches([...ledger.sessions.values()], 16)) {
    const stands = await Promise.all(batch.map((session) => sessionStands(client, ledger, session)))
    batch.forEach(({ person, state }, i) => {
      if (!stands[i]) broken.push(`the ${state} session of ${person} is not as it was acknowledged`)
    })
  }
  for (const batch of batches([...ledger.seen], 16))
    await Promise.all(
      batch.map((person) =>
        signIn(client, ledger, codeOf, person).catch((error: unknown) => {
          broken.push(String(error))
        }),
      ),
    )
  return broken
}

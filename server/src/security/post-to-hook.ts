import type { Hook } from '../settings/types'

const TIMEOUT_MS = 5_000

/**
 * Sends JSON to an address of the operator's, with its token. Resolves to the answer, whatever its status; rejects
 * without one within five seconds, and for a redirection.
 */
export const postToHook = async (
  { url, token }: Hook,
  content: object,
): Promise<Pick<Response, 'ok' | 'status'>> => {
  const response = await fetch(url, {
    method: 'POST',
    signal: AbortSignal.timeout(TIMEOUT_MS),
    // A POST that is redirected becomes a GET without its content, or is sent to an address that no one has set.
    redirect: 'error',
    headers: {
      'content-type': 'application/json',
      ...(token !== null && { authorization: `Bearer ${token}` }),
    },
    body: JSON.stringify(content),
  })
  // The body is not read for its text: a gateway might quote the message in it.
  await response.body?.cancel()
  return response
}

/** What a server answered: the status, and the JSON body. */
export interface JsonAnswer {
  readonly status: number
  readonly body: Readonly<Record<string, unknown>>
}

/** The connection broke before the answer was whole: it is unknown whether the request took effect. */
export class ConnectionCut extends Error {}

/** A client of the protocol over HTTP, for servers that run in a process of their own. */
export interface HttpClient {
  readonly call: (
    method: 'GET' | 'POST' | 'PUT' | 'DELETE',
    path: string,
    options?: { body?: object; token?: string },
  ) => Promise<JsonAnswer>
}

/**
 * Calls the server at `origin` as our own app does, for a server behind a proxy as if from `address`, with the
 * client id `clientId`. Rejects with `ConnectionCut` when the connection breaks.
 */
export const httpClient = (
  origin: string,
  address?: string,
  clientId = 'starter-dev',
): HttpClient => ({
  call: async (method, path, { body, token } = {}) => {
    const cutOff = (cause: unknown): never => {
      throw new ConnectionCut(`${method} ${path} was cut off`, { cause })
    }
    const answer = await fetch(origin + path, {
      method,
      headers: {
        'content-type': 'application/json',
        'x-hydrogen-client-id': clientId,
        ...(token !== undefined && { authorization: `Hydrogen-r1 ${token}` }),
        ...(address !== undefined && { 'x-forwarded-for': address }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    }).catch(cutOff)
    return { status: answer.status, body: JSON.parse(await answer.text().catch(cutOff)) }
  },
})

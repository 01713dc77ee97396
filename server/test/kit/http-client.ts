/** What a server answered: the status, and the JSON body. */
export interface JsonAnswer {
  readonly status: number
  readonly body: Readonly<Record<string, unknown>>
}

/** A client of the protocol over HTTP, for servers that run in a process of their own. */
export interface HttpClient {
  readonly call: (
    method: 'GET' | 'POST' | 'PUT' | 'DELETE',
    path: string,
    options?: { body?: object; token?: string },
  ) => Promise<JsonAnswer>
}

/** Calls the server at `origin` as our own app does. Rejects when the connection breaks. */
export const httpClient = (origin: string): HttpClient => ({
  call: async (method, path, { body, token } = {}) => {
    const answer = await fetch(origin + path, {
      method,
      headers: {
        'content-type': 'application/json',
        'x-hydrogen-client-id': 'starter-dev',
        ...(token !== undefined && { authorization: `Hydrogen-r1 ${token}` }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
    return { status: answer.status, body: (await answer.json()) as JsonAnswer['body'] }
  },
})

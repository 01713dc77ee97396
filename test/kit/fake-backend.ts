import type { HttpRequest, HttpResponse, Transport } from '../../src/baas/transport'

export const alice = { id: 22051668672901, nickname: 'Alice', avatar: 'https://cdn.invalid/a.png' }

export const granted = (user: object = alice, expiresIn = 2_592_000): HttpResponse => ({
  status: 201,
  body: { token: 'token-of-this-session', expires_in: expiresIn, user_info: user },
})

export const refused = (status: number, message = 'refused'): HttpResponse => ({
  status,
  body: { status: 'error', error_msg: message },
})

/** A transport under the test's thumb: it records requests and lets the test answer each in its own time. */
export function scriptedTransport() {
  const requests: HttpRequest[] = []
  const waiting: Array<{ answer: (r: HttpResponse) => void; fail: (e: unknown) => void }> = []
  const transport: Transport = (request) => {
    requests.push(request)
    return new Promise((answer, fail) => waiting.push({ answer, fail }))
  }
  const take = () => {
    const next = waiting.shift()
    if (next === undefined) throw new Error('No request is waiting for an answer.')
    return next
  }
  return {
    transport,
    requests,
    answer: (response: HttpResponse) => take().answer(response),
    fail: (error: unknown) => take().fail(error),
  }
}

/** Lets everything that is already due happen: promise callbacks, in as many rounds as they need. */
export const settle = () => new Promise<void>((resolve) => setTimeout(resolve, 0))

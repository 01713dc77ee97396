import type { HttpRequest, HttpResponse, Transport } from '../../src/baas/transport'

export const alice = {
  id: 22051668672901,
  nickname: 'Alice',
  avatar: 'https://cdn.invalid/a.png',
  openid: 'openid-of-alice',
}

export const bob = { id: 22051668672902, nickname: 'Bob', avatar: '', openid: null }

/** A WeChat sign-in's answer. */
export const granted = (
  user: object = alice,
  expiresIn = 2_592_000,
  token = 'token-of-this-session',
): HttpResponse => ({
  status: 201,
  body: { token, expires_in: expiresIn, user_info: user },
})

/** A password sign-in's answer: flat. */
export const grantedFlat = (
  { id, ...fields }: { id: number } = bob,
  token = 'password-token',
): HttpResponse => ({
  status: 201,
  body: { ...fields, id, user_id: id, token, expires_in: 2_592_000 },
})

export const answered = (body: unknown = {}, status = 200): HttpResponse => ({ status, body })

export const refused = (status: number, message = 'refused', more: object = {}): HttpResponse => ({
  status,
  body: { status: 'error', error_msg: message, ...more },
})

/** What a call is answered that wants the person to confirm who they are first. */
export const reauthenticationRequired = (): HttpResponse =>
  refused(403, 'refused', { error_code: 'reauthentication_required', methods: ['wechat'] })

interface Waiting {
  request: HttpRequest
  answer: (response: HttpResponse) => void
  fail: (error: unknown) => void
}

/** A transport under the test's thumb: it records requests and lets the test answer each in its own time. */
export const scriptedTransport = () => {
  const requests: HttpRequest[] = []
  const aborted: HttpRequest[] = []
  const waiting: Waiting[] = []
  const transport: Transport = (request) => {
    requests.push(request)
    return {
      answer: new Promise((answer, fail) => waiting.push({ request, answer, fail })),
      abort: () => aborted.push(request),
    }
  }
  const take = () => {
    const next = waiting.shift()
    if (next === undefined) throw new Error('No request is waiting for an answer.')
    return next
  }
  return {
    transport,
    requests,
    aborted,
    /** Requests that have no answer yet, oldest first; the test may settle them in any order. */
    waiting,
    answer: (response: HttpResponse) => take().answer(response),
    fail: (error: unknown) => take().fail(error),
    /** Path of every request so far. */
    paths: () => requests.map(({ url }) => url.replace('https://baas.invalid', '')),
    /** The token every request so far was sent with. */
    tokens: () =>
      requests.map(({ headers }) => headers['Authorization']?.replace('Hydrogen-r1 ', '')),
  }
}

/** Lets everything that is already due happen: promise callbacks, in as many rounds as they need. */
export const settle = () => new Promise<void>((resolve) => setTimeout(resolve, 0))

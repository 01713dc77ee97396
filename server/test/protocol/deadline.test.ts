import fastify, { type FastifyRequest } from 'fastify'
import { once } from 'node:events'
import { request, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { PassThrough } from 'node:stream'
import { text } from 'node:stream/consumers'
import { endInTime } from '../../src/plugins/deadline'
import { answerErrors } from '../../src/plugins/errors'
import { ALL_BUT_TIMEOUTS, hurry } from '../kit/fake-timers'

/** How long Node leaves a connection open on which nothing is sent. */
const SILENCE_MS = 15_000

const endless = () => new Promise<never>(() => undefined)

/** A server with routes that never answer, and one that answers as `sent` is written. */
const startApp = async (sent = new PassThrough()) => {
  const app = fastify({ connectionTimeout: SILENCE_MS })
  endInTime(app)
  answerErrors(app)
  /** The signal of each request to `/hang`. */
  const asked: AbortSignal[] = []
  app.get('/hang', ({ ended }) => {
    asked.push(ended)
    return endless()
  })
  app.post('/hang', endless)
  app.get('/send', { config: { deadlineMs: 20_000 } }, (_request, reply) => reply.send(sent))
  const silence = ({ raw }: FastifyRequest) => ({ ms: raw.socket.timeout })
  app.post('/silence', { config: { deadlineMs: 20_000 } }, silence)
  app.get('/silence', { config: { deadlineMs: 20_000 } }, silence)
  app.post('/silence/short', { config: { deadlineMs: 11_000 } }, silence)
  await app.listen({ host: '127.0.0.1', port: 0 })
  const { port } = app.server.address() as AddressInfo
  /** Sends a request with a body of `length` bytes, of which `body` comes. */
  const ask = (method: 'GET' | 'POST', path: string, body = '', length = body.length) =>
    new Promise<IncomingMessage>((resolve) => {
      const headers = { 'content-type': 'application/json', 'content-length': length }
      const asked = request({ port, path, method, ...(method === 'POST' && { headers }) }, resolve)
      asked.on('error', () => undefined)
      if (body.length < length) asked.write(body)
      else asked.end(body)
    })
  return { app, ask, asked }
}

const read = async (answer: IncomingMessage) => ({
  status: answer.statusCode,
  headers: answer.headers,
  body: JSON.parse(await text(answer)),
})

beforeEach(() => void jest.useFakeTimers({ doNotFake: ALL_BUT_TIMEOUTS }))
afterEach(() => void jest.useRealTimers())

describe('the deadline of a request', () => {
  it.each(['GET', 'POST'] as const)(
    'the deadline of a request ends a %s whose answer does not come with 503, after its body has arrived too',
    async (method) => {
      const { app, ask } = await startApp()
      const { status, headers, body } = await read(
        await hurry(ask(method, '/hang', method === 'POST' ? '{"a":1}' : '')),
      )
      expect([status, headers['retry-after'], body]).toEqual([
        503,
        '1',
        {
          status: 'error',
          error_code: 'deadline_exceeded',
          error_msg: expect.any(String),
          retry_after: 1,
        },
      ])
      await app.close()
    },
  )

  it('the deadline of a request ends one that does not arrive with 408, and its connection', async () => {
    const { app, ask } = await startApp()
    const { status, headers, body } = await read(await hurry(ask('POST', '/hang', '{"a":', 9)))
    expect([status, body.error_code]).toEqual([408, 'request_too_slow'])
    expect(headers.connection).toBe('close')
    await app.close()
  })

  it('the deadline of a request is the route’s own: an answer that is still being sent goes on until then', async () => {
    const sent = new PassThrough()
    const { app, ask } = await startApp(sent)
    sent.write('be')
    const whole = text(await ask('GET', '/send'))
    jest.advanceTimersByTime(19_999)
    sent.end('gun')
    expect(await whole).toBe('begun')
    await app.close()
  })

  it('the deadline of a request closes the connection of an answer that is never whole', async () => {
    const sent = new PassThrough()
    const { app, ask } = await startApp(sent)
    sent.write('begun')
    const answer = await ask('GET', '/send')
    const whole = text(answer)
    jest.advanceTimersByTime(20_000)
    await expect(whole).rejects.toMatchObject({ code: 'ECONNRESET' })
    expect(sent.destroyed).toBe(true)
    await app.close()
  })

  it('the deadline of a request, or the end of its connection, aborts the signal that the handler has', async () => {
    const { app, ask, asked } = await startApp()
    const late = ask('GET', '/hang')
    while (asked.length < 1) await new Promise(setImmediate)
    jest.advanceTimersByTime(9_999)
    expect(asked[0]?.aborted).toBe(false)
    jest.advanceTimersByTime(1)
    expect(asked[0]?.aborted).toBe(true)
    await late

    const left = request({ port: (app.server.address() as AddressInfo).port, path: '/hang' })
    left.on('error', () => undefined).end()
    while (asked.length < 2) await new Promise(setImmediate)
    expect(asked[1]?.aborted).toBe(false)
    left.destroy()
    await once(asked[1] ?? new EventTarget(), 'abort')
    await app.close()
  })

  it('the deadline of a request is how long its connection may be silent once its body has arrived, if that is longer', async () => {
    const { app, ask } = await startApp()
    const silence = async (...request: Parameters<typeof ask>) =>
      (await read(await ask(...request))).body.ms
    expect(await silence('POST', '/silence', '{"a":1}')).toBe(20_000)
    expect(await silence('POST', '/silence/short', '{"a":1}')).toBe(SILENCE_MS)
    // What is sent to a receiver that does not take it is cut off as early as before.
    expect(await silence('GET', '/silence')).toBe(SILENCE_MS)
    await app.close()
  })

  it('the deadline of a request leaves no timer behind an answer', async () => {
    const { app } = await startApp()
    expect((await app.inject('/nowhere')).statusCode).toBe(404)
    expect(jest.getTimerCount()).toBe(0)
    await app.close()
  })
})

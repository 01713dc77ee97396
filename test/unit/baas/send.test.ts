import { createAbort } from '../../../src/compat/wx-baas/abort'
import { BaasError } from '../../../src/baas/errors'
import { createSend, type Call, type SendOptions } from '../../../src/baas/send'
import { answered, scriptedTransport, settle } from '../../kit/fake-backend'
import { fakeClock } from '../../kit/fake-clock'

const get: Call = { method: 'GET', path: '/hserve/v2.2/server/time/', as: 'anyone' }

const sending = (options: Partial<SendOptions> = {}) => {
  const network = scriptedTransport()
  const clock = fakeClock()
  const send = createSend({
    host: 'https://baas.invalid',
    clientId: 'client-1',
    platform: 'WECHAT',
    transport: network.transport,
    clock,
    ...options,
  })
  return { send, network, clock }
}

describe('a request of the protocol', () => {
  it('names the client, its version and, in a session, its bearer', async () => {
    const { send, network } = sending()
    void send(get)
    void send({ ...get, token: 'secret' })
    expect(network.requests[0]?.headers).toStrictEqual({
      'Content-Type': 'application/json',
      'X-Hydrogen-Client-ID': 'client-1',
      'X-Hydrogen-Client-Version': 'v3.23.6',
      'X-Hydrogen-Client-Platform': 'WECHAT',
      'X-Hydrogen-Client-SDK-Type': 'starter',
    })
    expect(network.requests[1]?.headers).toStrictEqual({
      ...network.requests[0]?.headers,
      Authorization: 'Hydrogen-r1 secret',
    })
    expect(network.requests[0]).toMatchObject({ method: 'GET', timeoutMs: 8_000 })
  })

  it('names the data environment when there is one', () => {
    const { send, network } = sending({ envId: 'env-7' })
    void send(get)
    expect(network.requests[0]?.headers).toMatchObject({ 'X-Hydrogen-Env-ID': 'env-7' })
  })

  it('names the device only in calls that ask for it, and only where the app has an id for it', () => {
    const deviceId = jest.fn(() => 'device-0123456789')
    const { send, network } = sending({ deviceId })
    void send({ ...get, method: 'POST' })
    expect(deviceId).not.toHaveBeenCalled()
    void send({ ...get, method: 'POST', device: 'named' })
    void sending().send({ ...get, device: 'named' })
    expect(network.requests.map(({ headers }) => headers['X-Device-ID'])).toEqual([
      undefined,
      'device-0123456789',
    ])
  })

  // docs/protocol.md 9.33
  it('keeps the headers of one call out of the next', () => {
    const { send, network } = sending()
    void send({ ...get, token: 'secret' })
    void send(get)
    expect(network.requests[1]?.headers).not.toHaveProperty('Authorization')
  })

  it('sends {} where a call has no body, and nothing with a GET', () => {
    const { send, network } = sending()
    void send({ ...get, method: 'POST' })
    void send(get)
    expect(network.requests.map(({ body }) => body)).toEqual([{}, undefined])
  })

  it.each([200, 201, 204])('gives the answer of a %i', async (status) => {
    const { send, network } = sending()
    const answer = send(get)
    network.answer(answered({ time: 'now' }, status))
    expect(await answer).toEqual({ status, body: { time: 'now' } })
  })

  it.each([
    [{ status: 'error', error_msg: 'bad code' }, 'bad code'],
    [{ error_msg: 'shorter form' }, 'shorter form'],
    [{ status: 'error' }, ''],
    [{ error_code: 'name_taken' }, ''],
  ])('rejects with status and server text for %j', async (body, serverMessage) => {
    const { send, network } = sending()
    const answer = send(get)
    network.answer(answered(body, 400))
    await expect(answer).rejects.toMatchObject({ code: 400, status: 400, serverMessage })
  })

  const FOREIGN = [
    '<html><h1>404 Not Found</h1></html>',
    'no healthy upstream',
    '',
    null,
    undefined,
    {},
    [],
    { message: 'no Route matched with those values' },
    { code: 404, msg: 'Not Found' },
    { error_msg: 7 },
  ]
  it.each(
    [400, 401, 403, 404, 409, 302].flatMap((status) => FOREIGN.map((body) => [status, body])),
  )(
    'takes a %i with %j for the word of something in between: 502, and no status of the backend',
    async (status, body) => {
      const { send, network } = sending()
      const answer = send(get)
      network.answer(answered(body, status as number))
      await expect(answer).rejects.toMatchObject({ code: 502, status: undefined })
    },
  )

  it.each(['<html>Sign in to this Wi-Fi</html>', '', null, undefined])(
    'takes a 200 with %j for no answer: 502',
    async (body) => {
      const { send, network } = sending()
      const answer = send(get)
      network.answer({ status: 200, body })
      await expect(answer).rejects.toMatchObject({ code: 502 })
    },
  )

  it('takes a 204 without a body for an answer', async () => {
    const { send, network } = sending()
    const answer = send(get)
    network.answer({ status: 204, body: '' })
    expect(await answer).toEqual({ status: 204, body: '' })
  })

  it.each([429, 500, 503])(
    'takes a %i of a gateway for later, as from the backend',
    async (status) => {
      const { send, network } = sending()
      const answer = send(get)
      network.answer(answered('<html>busy</html>', status))
      await expect(answer).rejects.toMatchObject({ code: status })
    },
  )

  // docs/protocol.md 9.11
  it('keeps what the server says about a 404', async () => {
    const { send, network } = sending()
    const answer = send(get)
    network.answer(answered({ error_msg: 'no such function' }, 404))
    await expect(answer).rejects.toMatchObject({ code: 404, serverMessage: 'no such function' })
  })

  // docs/protocol.md 9.32
  it('rejects with an Error of its own class; HTTP status and code are two things', async () => {
    const { send, network } = sending()
    const offline = send(get)
    network.fail(new BaasError(600))
    const error = await offline.catch((reason: unknown) => reason)
    expect(error).toBeInstanceOf(BaasError)
    expect(error).toBeInstanceOf(Error)
    expect(error).toMatchObject({ name: 'BaasError', code: 600, status: undefined })
    expect((error as Error).message).toBe('wx.BaaS error 600')
  })

  it.each([
    // docs/protocol.md 9.4, 9.38
    ['any failure of the network', new BaasError(600), 600],
    ['a slow network', new BaasError(601), 601],
    ['a transport that breaks', new TypeError('Failed to fetch'), 600],
  ])('%s has its wx.BaaS code', async (_, cause, code) => {
    const { send, network } = sending()
    const answer = send(get)
    network.fail(cause)
    await expect(answer).rejects.toMatchObject({ name: 'BaasError', code })
  })

  // docs/protocol.md 9.4
  it('a request that nobody answers ends at the deadline', async () => {
    const { send, network, clock } = sending()
    const answer = send(get)
    clock.advance(8_000)
    await expect(answer).rejects.toMatchObject({ code: 601 })
    expect(network.aborted).toHaveLength(1)
  })

  // docs/protocol.md 9.4
  it('one that was answered is not given up at the deadline', async () => {
    const { send, network, clock } = sending()
    const answers = [send(get), send(get)]
    network.answer(answered())
    network.fail(new BaasError(600))
    await Promise.allSettled(answers)
    clock.advance(8_000)
    expect(network.aborted).toEqual([])
  })

  // docs/protocol.md 9.12
  it('has a timeout of its own when told', async () => {
    const { send, network, clock } = sending()
    const answer = send({ ...get, timeoutMs: 100 })
    expect(network.requests[0]?.timeoutMs).toBe(100)
    clock.advance(100)
    await expect(answer).rejects.toMatchObject({ code: 601 })
  })

  // docs/protocol.md 9.12
  it('can be given up', async () => {
    const { send, network } = sending()
    const { signal, abort } = createAbort()
    const answer = send({ ...get, signal })
    abort()
    await expect(answer).rejects.toMatchObject({ code: 499 })
    expect(network.aborted).toHaveLength(1)
    await expect(send({ ...get, signal })).rejects.toMatchObject({ code: 499 })
    expect(network.requests).toHaveLength(1)
  })

  it('is sent once, whatever becomes of it', async () => {
    const { send, network } = sending()
    for (const failure of [new BaasError(600), new BaasError(601)]) {
      const answer = send({ ...get, method: 'PUT' })
      network.fail(failure)
      await answer.catch(() => undefined)
    }
    await settle()
    expect(network.requests).toHaveLength(2)
  })
})

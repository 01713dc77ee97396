import { BaasError } from '../../../src/baas/errors'
import { answered } from '../../kit/fake-backend'
import { get, sending } from '../../kit/sending'

describe('the answer to a request of the protocol', () => {
  it.each([200, 201, 204])(
    'a request of the protocol returns the answer of a %i',
    async (status) => {
      const { send, network } = sending()
      const answer = send(get)
      network.answer(answered({ time: 'now' }, status))
      expect(await answer).toEqual({ status, body: { time: 'now' } })
    },
  )

  it.each([
    [{ status: 'error', error_msg: 'bad code' }, 'bad code'],
    [{ error_msg: 'shorter form' }, 'shorter form'],
    [{ status: 'error' }, ''],
    [{ error_code: 'name_taken' }, ''],
  ])(
    'a request of the protocol rejects with status and server text for %j',
    async (body, serverMessage) => {
      const { send, network } = sending()
      const answer = send(get)
      network.answer(answered(body, 400))
      await expect(answer).rejects.toMatchObject({ code: 400, status: 400, serverMessage })
    },
  )

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
    [0, 199, 300, 302, 400, 401, 403, 404, 409].flatMap((status) =>
      FOREIGN.map((body) => [status, body]),
    ),
  )(
    'a request of the protocol takes a %i with %j for the answer of something in between: 502, and no status of the backend',
    async (status, body) => {
      const { send, network } = sending()
      const answer = send(get)
      network.answer(answered(body, status as number))
      await expect(answer).rejects.toMatchObject({ code: 502, status: undefined })
    },
  )

  it.each(['<html>Sign in to this Wi-Fi</html>', '', null, undefined])(
    'a request of the protocol takes a 200 with %j for no answer: 502',
    async (body) => {
      const { send, network } = sending()
      const answer = send(get)
      network.answer({ status: 200, body })
      await expect(answer).rejects.toMatchObject({ code: 502 })
    },
  )

  it('a request of the protocol takes a 204 without a body for an answer', async () => {
    const { send, network } = sending()
    const answer = send(get)
    network.answer({ status: 204, body: '' })
    expect(await answer).toEqual({ status: 204, body: '' })
  })

  it.each([429, 500, 503])(
    'a request of the protocol takes a %i of a gateway for later, as from the backend',
    async (status) => {
      const { send, network } = sending()
      const answer = send(get)
      network.answer(answered('<html>busy</html>', status))
      await expect(answer).rejects.toMatchObject({ code: status })
    },
  )

  // docs/protocol.md 9.11
  it('a request of the protocol keeps what the server says about a 404', async () => {
    const { send, network } = sending()
    const answer = send(get)
    network.answer(answered({ error_msg: 'no such function' }, 404))
    await expect(answer).rejects.toMatchObject({ code: 404, serverMessage: 'no such function' })
  })

  // docs/protocol.md 9.32
  it('a request of the protocol rejects with an Error of its own class; HTTP status and code are two things', async () => {
    const { send, network } = sending()
    const offline = send(get)
    network.fail(new BaasError(600))
    const error = await offline.catch((reason: unknown) => reason)
    expect(error).toBeInstanceOf(BaasError)
    expect(error).toBeInstanceOf(Error)
    expect(error).toMatchObject({ name: 'BaasError', code: 600, status: undefined })
    expect((error as Error).message).toBe('wx.BaaS error 600')
  })
})

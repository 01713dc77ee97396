import { BaasError } from '../../../src/baas/errors'
import { settle } from '../../kit/fake-backend'
import { get, sending } from '../../kit/sending'

describe('a request of the protocol', () => {
  it('a request of the protocol names the client, its version and, in a session, its bearer', async () => {
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

  it('a request of the protocol names the data environment when there is one', () => {
    const { send, network } = sending({ envId: 'env-7' })
    void send(get)
    expect(network.requests[0]?.headers).toMatchObject({ 'X-Hydrogen-Env-ID': 'env-7' })
  })

  it('a request of the protocol names the device only in calls that ask for it, and only where the app has an id for it', () => {
    const deviceId = jest.fn(() => 'device-0123456789')
    const { send, network } = sending({ deviceId })
    void send({ ...get, method: 'POST' })
    expect(deviceId).not.toHaveBeenCalled()
    void send({ ...get, method: 'POST', namesDevice: true })
    void sending().send({ ...get, namesDevice: true })
    expect(network.requests.map(({ headers }) => headers['X-Device-ID'])).toEqual([
      undefined,
      'device-0123456789',
    ])
  })

  // docs/protocol.md 9.33
  it('a request of the protocol keeps the headers of one call out of the next', () => {
    const { send, network } = sending()
    void send({ ...get, token: 'secret' })
    void send(get)
    expect(network.requests[1]?.headers).not.toHaveProperty('Authorization')
  })

  it('a request of the protocol sends {} where a call has no body, and nothing with a GET', () => {
    const { send, network } = sending()
    void send({ ...get, method: 'POST' })
    void send(get)
    expect(network.requests.map(({ body }) => body)).toEqual([{}, undefined])
  })

  it('a request of the protocol is sent once, whatever becomes of it', async () => {
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

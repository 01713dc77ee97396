import { createSend } from '../../../src/baas/client'
import { TransportError, type HttpRequest, type HttpResponse } from '../../../src/baas/transport'

const sending = (reply: () => Promise<HttpResponse>) => {
  const seen: HttpRequest[] = []
  const send = createSend({
    host: 'https://baas.invalid',
    clientId: 'client-1',
    platform: 'WECHAT',
    transport: (request) => {
      seen.push(request)
      return reply()
    },
  })
  return { send, seen }
}

const get = { method: 'GET', path: '/hserve/v2.2/server/time/' } as const

describe('the protocol client', () => {
  it('names the client and, in a session, its bearer', async () => {
    const { send, seen } = sending(async () => ({ status: 200, body: {} }))
    await send(get)
    await send({ ...get, token: 'secret' })
    expect(seen[0]?.headers).toMatchObject({
      'X-Hydrogen-Client-ID': 'client-1',
      'X-Hydrogen-Client-Platform': 'WECHAT',
    })
    expect(seen[0]?.headers).not.toHaveProperty('Authorization')
    expect(seen[1]?.headers).toMatchObject({ Authorization: 'Hydrogen-r1 secret' })
  })

  it.each([200, 201, 204])('gives the body of a %i', async (status) => {
    const { send } = sending(async () => ({ status, body: { time: 'now' } }))
    expect(await send(get)).toEqual({ time: 'now' })
  })

  it.each([
    [{ status: 'error', error_msg: 'bad code' }, 'bad code'],
    [{ message: 'other form' }, 'other form'],
    ['<html>', ''],
    [null, ''],
  ])('rejects with status and server text for %j', async (body, serverMessage) => {
    const { send } = sending(async () => ({ status: 400, body }))
    await expect(send(get)).rejects.toMatchObject({ name: 'BaasError', code: 400, serverMessage })
  })

  it.each([
    ['offline', 600],
    ['timeout', 601],
  ] as const)('rejects with the wx.BaaS code when %s', async (kind, code) => {
    const { send } = sending(() => Promise.reject(new TransportError(kind)))
    await expect(send(get)).rejects.toMatchObject({ name: 'BaasError', code })
  })
})

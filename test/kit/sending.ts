import { createSend, type Call, type SendOptions } from '../../src/baas/send'
import { scriptedTransport } from './fake-backend'
import { fakeClock } from './fake-clock'

export const get: Call = { method: 'GET', path: '/hserve/v2.2/server/time/', as: 'anyone' }

/** A sender of the protocol over a scripted network and a clock in hand. */
export const sending = (options: Partial<SendOptions> = {}) => {
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

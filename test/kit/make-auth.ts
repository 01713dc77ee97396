import { createAuth, type AuthPorts } from '../../src/auth/store'
import { createSend } from '../../src/baas/client'
import { scriptedTransport } from './fake-backend'
import { memoryStorage } from './memory-storage'

/** A session machine on fake ports, with the handles a test needs to drive it. */
export function makeAuth(ports: Partial<AuthPorts> = {}) {
  const network = scriptedTransport()
  const send = createSend({
    host: 'https://baas.invalid',
    clientId: 'starter-dev',
    platform: 'WECHAT',
    transport: network.transport,
  })
  const auth = createAuth({
    send,
    storage: memoryStorage(),
    now: () => 1_000_000,
    loginCode: () => Promise.resolve('a-code'),
    createUserOnLaunch: false,
    ...ports,
  })
  return { auth, network, session: () => auth.store.getState().session }
}

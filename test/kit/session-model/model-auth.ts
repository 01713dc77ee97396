import { createAuth, type Auth } from '../../../src/auth/auth'
import { createSend } from '../../../src/baas/send'
import type { HttpRequest, Transport } from '../../../src/baas/transport'
import { createSdkSession } from '../../../src/compat/wx-baas/sdk-session'
import type { FakeClock } from '../fake-clock'
import { memorySdkStorage } from '../memory-sdk-storage'
import { memoryStorage } from '../memory-storage'

interface ModelAuthParts {
  readonly clock: FakeClock
  readonly transport: Transport
  /** What is on the device, by key. */
  readonly entries: Map<string, unknown>
  readonly sdkEntries: Map<string, unknown>
  /** Receives the listeners of the machine, for the model to call. */
  readonly heard: { show: () => void; online: () => void; storage: () => void }
  readonly onSent: (request: HttpRequest) => void
  readonly onAbort: (request: HttpRequest) => void
}

/** The real session machine over the model's network, device and clock. */
export const makeModelAuth = ({ clock, heard, ...parts }: ModelAuthParts): Auth =>
  createAuth({
    send: createSend({
      host: 'https://baas.invalid',
      clientId: 'model',
      platform: 'WECHAT',
      clock,
      transport: (request) => {
        parts.onSent(request)
        const exchange = parts.transport(request)
        const abort = () => {
          parts.onAbort(request)
          exchange.abort()
        }
        return { ...exchange, abort }
      },
    }),
    storage: memoryStorage(parts.entries),
    sdkSession: createSdkSession(memorySdkStorage(parts.sdkEntries)),
    clock,
    wechat: { loginCode: async () => 'code', libVersion: () => '3.8.12' },
    lifecycle: {
      onShow: (listener) => void (heard.show = listener),
      onOnline: (listener) => void (heard.online = listener),
      onStorage: (listener) => void (heard.storage = listener),
    },
    columns: [],
    upload: () => {
      throw new Error('Nothing is uploaded here.')
    },
    launchCredentials: { by: 'wechat', createUser: false, withUnionID: false },
  })

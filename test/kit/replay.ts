import { createSdkSession } from '../../src/compat/wx-baas/sdk-session'
import { observeAuth, observePorts } from '../../src/auth/observe'
import {
  createTimeline,
  redactPath,
  type Intent,
  type TimelineEvent,
} from '../../src/auth/timeline'
import { createAuth } from '../../src/auth/auth'
import type { AuthPorts } from '../../src/auth/ports'
import { BaasError } from '../../src/baas/errors'
import type { Credentials } from '../../src/baas/credentials'
import { createSend } from '../../src/baas/send'
import type { HttpRequest, HttpResponse } from '../../src/baas/transport'
import { alice, answered, granted, refused, scriptedTransport, settle } from './fake-backend'
import { fakeClock } from './fake-clock'
import { memorySdkStorage } from './memory-sdk-storage'
import { memoryStorage } from './memory-storage'

interface Login {
  answer: (code: string) => void
  fail: (error: unknown) => void
}

/** A machine whose timeline is kept, over a network the test answers, and a wx.login it may leave to the phone. */
export const observedAuth = ({ answersLogins } = { answersLogins: false }) => {
  const logins: Login[] = []
  const loginCode = () =>
    answersLogins
      ? Promise.resolve('secret-code')
      : new Promise<string>((answer, fail) => logins.push({ answer, fail }))
  const network = scriptedTransport()
  const clock = fakeClock()
  const timeline = createTimeline(clock)
  const heard = { show: () => {}, online: () => {} }
  const ports: AuthPorts = {
    send: createSend({
      host: 'https://baas.invalid',
      clientId: 'replay',
      platform: 'WECHAT',
      transport: network.transport,
      clock,
    }),
    storage: memoryStorage(),
    sdkSession: createSdkSession(memorySdkStorage()),
    clock,
    wechat: { loginCode, libVersion: () => '3.8.12' },
    lifecycle: {
      onShow: (listener) => void (heard.show = listener),
      onOnline: (listener) => void (heard.online = listener),
      onStorage: () => undefined,
    },
    columns: [],
    upload: () => {
      throw new Error('Nothing is uploaded here.')
    },
    launchCredentials: { by: 'wechat', createUser: false, withUnionID: false },
  }
  const auth = observeAuth(createAuth(observePorts(ports, timeline)), timeline)
  return { auth, network, clock, timeline, heard, logins }
}

const bodyFor = ({ url }: HttpRequest, status: number): HttpResponse => {
  if (status >= 400) return refused(status)
  return /login|register/.test(url) ? granted() : answered(alice, status)
}

/** Plays a copied timeline to a fresh machine; returns the timeline that comes of it. */
export const replay = async (
  fixture: readonly TimelineEvent[],
): Promise<readonly TimelineEvent[]> => {
  const { auth, network, clock, timeline, heard, logins } = observedAuth()
  const account = { username: 'somebody' }
  const detail = { encryptedData: 'E', iv: 'I', code: 'C' }
  const quiet = (credentials: Credentials) => auth.signIn(credentials).catch(() => undefined)
  const intents: Readonly<Record<Intent, () => unknown>> = {
    launch: () => auth.launch(),
    retry: () => auth.retry(),
    signOut: () => auth.signOut(),
    link: () => auth.link().catch(() => undefined),
    show: () => heard.show(),
    online: () => heard.online(),
    wechat: () => quiet({ by: 'wechat', createUser: true, withUnionID: false }),
    phoneButton: () => quiet({ by: 'phoneButton', detail, code: 'early', createUser: true }),
    password: () => quiet({ by: 'password', account, password: 'p' }),
    registration: () => quiet({ by: 'registration', account, password: 'p' }),
    sms: () => quiet({ by: 'sms', phone: '1', code: '2', createUser: true }),
    anonymous: () => quiet({ by: 'anonymous' }),
  }
  let nowMs = 0
  for (const event of fixture) {
    clock.advance(event.atMs - nowMs)
    nowMs = event.atMs
    if (event.what === 'intent') void intents[event.intent]()
    if (event.what === 'platform' && event.api === 'login') {
      const login = logins.shift()
      if (event.outcome === 0) login?.answer('a-code')
      else login?.fail(new BaasError(event.outcome))
    }
    if (event.what === 'request') {
      const index = network.waiting.findIndex(
        ({ request }) =>
          request.method === event.method &&
          redactPath(new URL(request.url).pathname) === event.path,
      )
      const [waiting] = network.waiting.splice(index, index < 0 ? 0 : 1)
      if (event.outcome >= 600) waiting?.fail(new BaasError(event.outcome))
      else waiting?.answer(bodyFor(waiting.request, event.outcome))
    }
    await settle()
  }
  return timeline.events()
}

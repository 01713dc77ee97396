import type { Send } from '../baas/send'
import type { Wechat } from '../baas/wechat'
import type { Auth, AuthPorts, Lifecycle } from './auth'
import { outcomeOf, redactPath, sessionDetail, type Intent, type Timeline } from './timeline'

/** The same ports, with every request, platform answer and transition noted in the timeline. */
export const observePorts = (ports: AuthPorts, timeline: Timeline): AuthPorts => ({
  ...ports,
  send: observeSend(ports.send, timeline),
  wechat: observeWechat(ports.wechat, timeline),
  lifecycle: observeLifecycle(ports.lifecycle, timeline),
  onSession: (session, epoch) => timeline.add(sessionDetail(session, epoch)),
})

/** The same machine, with everything asked of it noted in the timeline. */
export function observeAuth(auth: Auth, timeline: Timeline): Auth {
  const noting =
    <Args extends unknown[], R>(intent: (...args: Args) => Intent, act: (...args: Args) => R) =>
    (...args: Args): R => {
      timeline.add({ what: 'intent', intent: intent(...args) })
      return act(...args)
    }
  return {
    ...auth,
    launch: noting(() => 'launch', auth.launch),
    retry: noting(() => 'retry', auth.retry),
    signIn: noting((proof) => proof.by, auth.signIn),
    link: noting(() => 'link', auth.link),
    signOut: noting(() => 'signOut', auth.signOut),
  }
}

const observeSend =
  (send: Send, timeline: Timeline): Send =>
  async (call) => {
    const told = { what: 'request', method: call.method, path: redactPath(call.path) } as const
    try {
      const answer = await send(call)
      timeline.add({ ...told, outcome: answer.status })
      return answer
    } catch (error) {
      timeline.add({ ...told, outcome: outcomeOf(error) })
      throw error
    }
  }

const observeWechat = (wechat: Wechat, timeline: Timeline): Wechat => ({
  ...wechat,
  async loginCode() {
    const told = { what: 'platform', api: 'login' } as const
    try {
      const code = await wechat.loginCode()
      timeline.add({ ...told, outcome: 0 })
      return code
    } catch (error) {
      timeline.add({ ...told, outcome: outcomeOf(error) })
      throw error
    }
  },
})

const observeLifecycle = (lifecycle: Lifecycle, timeline: Timeline): Lifecycle => ({
  onShow: (listener) =>
    lifecycle.onShow(() => {
      timeline.add({ what: 'intent', intent: 'show' })
      listener()
    }),
  onOnline: (listener) =>
    lifecycle.onOnline(() => {
      timeline.add({ what: 'intent', intent: 'online' })
      listener()
    }),
})

import type { Send } from '../baas/send'
import type { Wechat } from '../baas/wechat'
import { wechatError } from '../baas/wechat-errors'
import { hasNumber, type PhoneDetail } from '../baas/phone-event'
import type { Auth } from './auth'
import type { AuthPorts, Lifecycle } from './ports'
import {
  outcomeOf,
  redactPath,
  sessionDetail,
  type Intent,
  type PlatformApi,
  type Timeline,
} from './timeline'

/** The same ports, with every request, platform answer and transition noted in the timeline. */
export const observePorts = (ports: AuthPorts, timeline: Timeline): AuthPorts => ({
  ...ports,
  send: observeSend(ports.send, timeline),
  wechat: observeWechat(ports.wechat, timeline),
  lifecycle: observeLifecycle(ports.lifecycle, timeline),
  onSession: (session, epoch) => timeline.add(sessionDetail(session, epoch)),
})

/** The same machine, with everything asked of it noted in the timeline. */
export const observeAuth = (auth: Auth, timeline: Timeline): Auth => {
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
    signIn: noting((credentials) => credentials.by, auth.signIn),
    link: noting(() => 'link', auth.link),
    signOut: noting(() => 'signOut', auth.signOut),
  }
}

const observeSend =
  (send: Send, timeline: Timeline): Send =>
  async (call) => {
    const request = { what: 'request', method: call.method, path: redactPath(call.path) } as const
    try {
      const answer = await send(call)
      timeline.add({ ...request, outcome: answer.status })
      return answer
    } catch (error) {
      timeline.add({ ...request, outcome: outcomeOf(error) })
      throw error
    }
  }

/** Notes how the platform answered, and passes the answer on. */
export const notingAnswer = <T>(
  timeline: Timeline,
  api: PlatformApi,
  answer: Promise<T>,
): Promise<T> => {
  const note = (outcome: number) => timeline.add({ what: 'platform', api, outcome })
  answer.then(
    () => note(0),
    (error: unknown) => note(outcomeOf(error)),
  )
  return answer
}

/** The same WeChat, with every answer noted. */
export const observeWechat = (wechat: Wechat, timeline: Timeline): Wechat => ({
  ...wechat,
  loginCode: () => notingAnswer(timeline, 'login', wechat.loginCode()),
})

/** Notes what the phone button said: a refusal never becomes a request. */
export const notePhoneAnswer = (timeline: Timeline, detail: PhoneDetail): void =>
  timeline.add({
    what: 'platform',
    api: 'getPhoneNumber',
    outcome: hasNumber(detail) ? 0 : wechatError(detail).code,
  })

const observeLifecycle = (lifecycle: Lifecycle, timeline: Timeline): Lifecycle => ({
  ...lifecycle,
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

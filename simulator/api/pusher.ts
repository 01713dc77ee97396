import { signPush } from '../platform/crypto'
import { inSeconds } from '../platform/clock'
import type { Platform } from '../platform/platform'
import type { PushEvent } from '../platform/push-events'
import { toXml } from './xml'

/** Where pushes go: what a developer enters in the console under 消息推送. The simulator speaks plain mode. */
type PushTarget = { url: string; token: string; format: 'json' | 'xml' }

/** How a push ended. WeChat takes `success` or an empty answer within five seconds for yes. */
type Outcome = 'accepted' | 'refused' | 'unreachable'

/** A push and what came of it. */
type Delivery = { event: PushEvent['Event']; attempts: number; outcome: Outcome }

/** Sends WeChat's events to the server of the mini-program. */
export type Pusher = {
  /** Sets the target if it answers the verification: `echostr` returned as it came. */
  aim: (target: PushTarget) => Promise<Outcome>
  target: () => PushTarget | undefined
  /** Delivers at once; undefined if there is no target. */
  push: (event: PushEvent) => Promise<Delivery | undefined>
  /** Delivers when the current call has been answered. */
  pushLater: (event: PushEvent) => void
  deliveries: () => readonly Delivery[]
}

/** One push and three repetitions, each given five seconds. Guide "消息推送". */
const attemptsAtMost = 4
const patience = 5000

/** How many deliveries are remembered. */
const capacity = 50

type Answer = { kind: 'answered'; text: string } | { kind: 'refused' | 'unreachable' }

const ask = async (url: URL, init: RequestInit): Promise<Answer> => {
  try {
    const response = await fetch(url, { ...init, signal: AbortSignal.timeout(patience) })
    const text = await response.text()
    return response.ok ? { kind: 'answered', text } : { kind: 'refused' }
  } catch {
    return { kind: 'unreachable' }
  }
}

const outcomeOf = (answer: Answer, expected: readonly string[]): Outcome => {
  if (answer.kind !== 'answered') return answer.kind
  return expected.includes(answer.text) ? 'accepted' : 'refused'
}

/** A pusher without a target, on the platform's clock. */
export const createPusher = (platform: Platform): Pusher => {
  let target: PushTarget | undefined
  let deliveries: readonly Delivery[] = []

  const signed = ({ url, token }: PushTarget): URL => {
    const timestamp = String(inSeconds(platform.clock.now()))
    const nonce = String(parseInt(platform.requestId().slice(-8), 16))
    const address = new URL(url)
    address.searchParams.set('signature', signPush(token, timestamp, nonce))
    address.searchParams.set('timestamp', timestamp)
    address.searchParams.set('nonce', nonce)
    return address
  }

  const attempt = async (to: PushTarget, event: PushEvent): Promise<Outcome> => {
    const isJson = to.format === 'json'
    const answer = await ask(signed(to), {
      method: 'POST',
      headers: { 'content-type': isJson ? 'application/json' : 'text/xml' },
      body: isJson ? JSON.stringify(event) : toXml(event),
    })
    return outcomeOf(answer, ['success', ''])
  }

  const push = async (event: PushEvent): Promise<Delivery | undefined> => {
    const to = target
    if (to === undefined) return undefined
    let attempts = 0
    let outcome: Outcome
    do {
      outcome = await attempt(to, event)
      attempts += 1
    } while (outcome !== 'accepted' && attempts < attemptsAtMost)
    const delivery = { event: event.Event, attempts, outcome }
    deliveries = [...deliveries, delivery].slice(-capacity)
    return delivery
  }

  return {
    aim: async (next) => {
      const echo = platform.requestId()
      const address = signed(next)
      address.searchParams.set('echostr', echo)
      const outcome = outcomeOf(await ask(address, { method: 'GET' }), [echo])
      if (outcome === 'accepted') target = next
      return outcome
    },
    target: () => target,
    push,
    pushLater: (event) => {
      setImmediate(() => void push(event))
    },
    deliveries: () => deliveries,
  }
}

import { signPush } from '../platform/crypto'
import { inSeconds } from '../platform/clock'
import type { Platform } from '../platform/platform'
import type { PushEvent } from '../platform/push-events'
import { writePush, type PushForm, type PushStamp } from './push-body'

/** Where pushes go and how: what a developer enters in the console under 消息推送. */
type PushTarget = PushForm & { url: string; token: string }

/** How a push ended. WeChat takes `success` or an empty answer within five seconds for yes. */
type Outcome = 'accepted' | 'refused' | 'unreachable'

/** A push and what came of it. */
interface Delivery {
  event: PushEvent['Event']
  attempts: number
  outcome: Outcome
}

/** Sends WeChat's events to the server of the mini-program. */
export interface Pusher {
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
const MAX_ATTEMPTS = 4
const ANSWER_TIMEOUT_MS = 5000

/** How many deliveries are remembered. */
const CAPACITY = 50

type Answer = { kind: 'answered'; text: string } | { kind: 'refused' | 'unreachable' }

const ask = async (url: URL, init: RequestInit): Promise<Answer> => {
  try {
    const response = await fetch(url, { ...init, signal: AbortSignal.timeout(ANSWER_TIMEOUT_MS) })
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

  const stampOf = ({ token }: PushTarget): PushStamp => ({
    token,
    timestamp: String(inSeconds(platform.clock.now())),
    nonce: String(parseInt(platform.requestId().slice(-8), 16)),
  })

  const signed = (
    url: string,
    { token, timestamp, nonce }: PushStamp,
    more: Readonly<Record<string, string>>,
  ): URL => {
    const address = new URL(url)
    const signature = signPush(token, timestamp, nonce)
    for (const [name, value] of Object.entries({ signature, timestamp, nonce, ...more })) {
      address.searchParams.set(name, value)
    }
    return address
  }

  const attempt = async (to: PushTarget, event: PushEvent): Promise<Outcome> => {
    const stamp = stampOf(to)
    const { body, query } = writePush(event, to, stamp, platform.salt())
    const answer = await ask(signed(to.url, stamp, query), {
      method: 'POST',
      headers: { 'content-type': to.format === 'json' ? 'application/json' : 'text/xml' },
      body,
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
    } while (outcome !== 'accepted' && attempts < MAX_ATTEMPTS)
    const delivery = { event: event.Event, attempts, outcome }
    deliveries = [...deliveries, delivery].slice(-CAPACITY)
    return delivery
  }

  return {
    aim: async (next) => {
      const echo = platform.requestId()
      const address = signed(next.url, stampOf(next), { echostr: echo })
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

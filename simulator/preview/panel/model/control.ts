/** A fault as the control API takes it. */
export type FaultForm =
  | { kind: 'errcode'; errcode: number; times?: number }
  | { kind: 'http'; status: number; times?: number }
  | { kind: 'slow'; delayMs: number; times?: number }
  | { kind: 'dropped'; times?: number }
  | { kind: 'verdict'; suggest: 'risky'; times?: number }
  | { kind: 'phone-quota'; times?: number }
  | { kind: 'clear' }

/** What `GET /control/state` reports, as far as the panel shows it. Times in milliseconds. */
export interface SimulatorState {
  now: number
  people: readonly {
    person: string
    nickname: string
    phones: readonly string[]
    lastVisit: number | null
  }[]
  faults: readonly { trouble: { kind: string; errcode?: number }; times: number | string }[]
  calls: { latest: readonly { at: number; api: string; outcome: number | string }[] }
}

/** Letters and text messages the server wanted to send. */
export interface Outbox {
  mails: readonly { id: number; at: number; to: string; subject: string; text: string }[]
  sms: readonly { id: number; at: number; to: string; text: string }[]
}

/** The simulator's control API at `base`; every call rejects when the simulator does not answer. */
export const createControl = (base: string) => {
  const call = async <Reply>(path: string, body?: object): Promise<Reply> => {
    const answer = await fetch(`${base.replace(/\/+$/, '')}/control/${path}`, {
      method: body === undefined ? 'GET' : 'POST',
      ...(body === undefined
        ? {}
        : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
    })
    if (!answer.ok) throw new Error(`${path} was answered with ${answer.status}.`)
    return (await answer.json()) as Reply
  }
  return {
    state: () => call<SimulatorState>('state'),
    outbox: () => call<Outbox>('outbox'),
    advance: (advanceMs: number) => call<object>('clock', { advanceMs }),
    fault: (fault: FaultForm) => call<object>('fault', fault),
    /** Makes sure that everyone named exists; returns their phone numbers. */
    person: (person: string) => call<{ phones: readonly string[] }>('person', { person }),
    reset: () => call<object>('reset', {}),
  }
}

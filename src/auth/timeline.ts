import type { Clock } from '../baas/clock'
import { BaasError } from '../baas/errors'
import type { Credentials } from '../baas/credentials'
import type { HttpRequest } from '../baas/transport'
import type { GuestReason, Session, Why } from './session'

/** What the person or the platform wanted of the machine. */
export type Intent = 'launch' | 'retry' | 'show' | 'online' | 'link' | 'signOut' | Credentials['by']

/** What we ask of WeChat, or a person answers through it. */
export type PlatformApi = 'login' | 'getUserProfile' | 'getPhoneNumber' | 'requirePrivacyAuthorize'

/** A path without the ids in it. Only redactPath() makes one. */
export type RedactedPath = string & { readonly redacted: true }

/**
 * Something that happened. There is no field that could hold a token, a code, a name or a phone number:
 * what is not in a closed list is a number.
 */
export type TimelineDetail =
  | { readonly what: 'intent'; readonly intent: Intent }
  | {
      readonly what: 'session'
      readonly tag: Session['tag']
      readonly because?: GuestReason | Why
      readonly epoch: number
    }
  /** `outcome`: the HTTP status, or the code of a BaasError when no answer came. */
  | {
      readonly what: 'request'
      readonly method: HttpRequest['method']
      readonly path: RedactedPath
      readonly outcome: number
    }
  /** `outcome`: 0 for success, else the code of the BaasError. */
  | { readonly what: 'platform'; readonly api: PlatformApi; readonly outcome: number }

/** `atMs` counts from the first event, so that no clock is given away either. */
export type TimelineEvent = TimelineDetail & { readonly atMs: number }

export interface Timeline {
  add: (detail: TimelineDetail) => void
  /** Oldest first. */
  events: () => readonly TimelineEvent[]
}

/** Keeps the last `capacity` events. */
export const createTimeline = (clock: Clock, capacity = 200): Timeline => {
  const events: TimelineEvent[] = []
  let startMs: number | undefined
  return {
    add(detail) {
      startMs ??= clock.now()
      events.push({ ...detail, atMs: clock.now() - startMs })
      if (events.length > capacity) events.shift()
    },
    events: () => [...events],
  }
}

/**
 * A path without its query and its ids: whatever has a digit in it may be personal, versions of the protocol excepted.
 */
export const redactPath = (path: string): RedactedPath =>
  path.replace(/\?.*$/, '').replace(/\/(?!v\d[\d.]*(\/|$))[^/]*\d[^/]*/g, '/:id') as RedactedPath

/** The code of a BaasError, as an outcome of the timeline; -1 for anything else that was thrown. */
export const outcomeOf = (error: unknown): number => (error instanceof BaasError ? error.code : -1)

/** A session as the timeline reports it. */
export const sessionDetail = (session: Session, epoch: number): TimelineDetail => {
  const { tag } = session
  if (tag === 'guest') return { what: 'session', tag, because: session.reason, epoch }
  if (tag === 'signingIn') return { what: 'session', tag, because: session.why, epoch }
  return { what: 'session', tag, epoch }
}

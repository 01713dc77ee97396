import type { Person } from './people'

/** Five minutes, in milliseconds: how long a login code and a phone code live. docs/wechat.md 4.1, 5.1. */
export const CODE_LIFETIME_MS = 5 * 60 * 1000

/** Whose code it is: fixed when asked for with an AppID, or of whichever app redeems it first. */
export type Audience = { kind: 'app'; appid: string } | { kind: 'first-redeemer' }

/** What a code stands for. */
interface Issued<Content> {
  person: Person
  audience: Audience
  content: Content
}

/** What redeeming comes to. An expired code, a code of another app or kind and an invented one look the same. */
type Redemption<Content> =
  { kind: 'redeemed'; person: Person; content: Content } | { kind: 'used' } | { kind: 'invalid' }

/** Codes of one kind. Each kind has a store of its own, so that a code of one kind is none of another. */
export interface CodeBook<Content> {
  issue: (code: string, issued: Issued<Content>) => void
  /** Spends a code. One presented by the wrong app, or for a person `accepts` does not take, is refused and not spent. */
  redeem: (
    code: string,
    appid: string,
    accepts?: (person: Person) => boolean,
  ) => Redemption<Content>
  clear: () => void
}

type Entry<Content> = Issued<Content> & { expiresAt: number; state: 'fresh' | 'used' }

/**
 * Creates an empty store of single-use codes, each valid for less than `CODE_LIFETIME_MS` from its issue on the clock
 * `now` (milliseconds).
 */
export const createCodeBook = <Content>(now: () => number): CodeBook<Content> => {
  const entries = new Map<string, Entry<Content>>()

  const isOver = ({ expiresAt }: Entry<Content>) => expiresAt <= now()

  const forgetExpired = () => {
    // Codes stand in the order of their issue, which is that of their end.
    for (const [code, entry] of entries) {
      if (!isOver(entry)) return
      entries.delete(code)
    }
  }

  return {
    issue: (code, issued) => {
      forgetExpired()
      entries.set(code, { ...issued, expiresAt: now() + CODE_LIFETIME_MS, state: 'fresh' })
    },
    redeem: (code, appid, accepts = () => true) => {
      const entry = entries.get(code)
      if (entry === undefined || isOver(entry)) return { kind: 'invalid' }
      const { person, audience, content } = entry
      if (audience.kind === 'app' && audience.appid !== appid) return { kind: 'invalid' }
      if (!accepts(person)) return { kind: 'invalid' }
      if (entry.state === 'used') return { kind: 'used' }
      entries.set(code, { ...entry, audience: { kind: 'app', appid }, state: 'used' })
      return { kind: 'redeemed', person, content }
    },
    clear: () => {
      entries.clear()
    },
  }
}

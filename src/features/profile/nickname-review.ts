/** What WeChat thinks of the nickname in the field: `unknown` leaves the judgement to the server. */
type Verdict = 'pass' | 'rejected' | 'unknown'

/** Runs a task after `ms` milliseconds; the function it returns calls that off. */
export type After = (ms: number, task: () => void) => () => void

export interface NicknameReviewWait {
  /** The text changed: an earlier verdict is about something else. Emptying a rejected one is WeChat's own doing. */
  changed: (text: string) => void
  /** WeChat's event arrived; `timeout` is not a pass (docs/wechat.md 2.2). */
  reviewed: (review: { pass: boolean; timeout: boolean }) => void
  /** Whether WeChat rejected the text, which it clears then. */
  isRejected: () => boolean
  /** The verdict on the text as it is now; settles within `PATIENCE_MS`, with `unknown` if none came. */
  verdict: () => Promise<Verdict>
}

/** How long a submit waits for a verdict: old libraries and typed-in text never send one. */
const PATIENCE_MS = 1_500

/** Holds a submit until WeChat's review, which comes after blur and may not come at all (docs/wechat.md 2.2). */
export const createNicknameReview = (after: After): NicknameReviewWait => {
  let known: Verdict | undefined
  let waiting: Array<(verdict: Verdict) => void> = []

  const settle = (verdict: Verdict) => {
    const all = waiting
    waiting = []
    for (const resolve of all) resolve(verdict)
  }

  return {
    changed(text) {
      if (text !== '' || known !== 'rejected') known = undefined
    },
    reviewed({ pass, timeout }) {
      known = timeout ? 'unknown' : pass ? 'pass' : 'rejected'
      settle(known)
    },
    isRejected: () => known === 'rejected',
    verdict() {
      if (known !== undefined) return Promise.resolve(known)
      return new Promise((resolve) => {
        const callOff = after(PATIENCE_MS, () => settle('unknown'))
        waiting.push((verdict) => {
          callOff()
          resolve(verdict)
        })
      })
    },
  }
}

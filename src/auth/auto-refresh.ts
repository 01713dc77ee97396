import type { Parts } from './parts'
import type { Refresh } from './refresh'
import { isRenewable } from './renewal'

const RESUME_EVERY_MS = 5_000
const REFRESH_EVERY_MS = 600_000

interface AutoRefreshParts extends Pick<Parts, 'store' | 'clock' | 'revocations'> {
  fetchMember: Refresh
  renew: () => Promise<void>
  retry: () => Promise<unknown>
}

/** Background refreshes. None of them rejects, and each runs at most once in its interval. */
export interface AutoRefresh {
  /** After a launch from storage: the user may have changed meanwhile. */
  launched: () => Promise<void>
  /** The app came back to the screen. */
  resumed: () => Promise<void>
  /** The network came back. */
  online: () => Promise<void>
}

/** True once in `everyMs`, also when the phone's clock has been set back. */
const createPacer = (everyMs: number) => {
  let lastMs = Number.NEGATIVE_INFINITY
  return {
    isDue: (nowMs: number, sinceMs = lastMs) => nowMs - sinceMs >= everyMs || nowMs < sinceMs,
    mark: (nowMs: number) => {
      lastMs = nowMs
    },
  }
}

/** The refreshes over one store; `fetchMember`, `renew` and `retry` may reject. */
export const createAutoRefresh = ({
  store,
  clock,
  revocations,
  fetchMember,
  renew,
  retry,
}: AutoRefreshParts): AutoRefresh => {
  const resumes = createPacer(RESUME_EVERY_MS)
  const returns = createPacer(RESUME_EVERY_MS)
  const refreshes = createPacer(REFRESH_EVERY_MS)

  const refresh = async () => {
    const record = store.record()
    const nowMs = clock.now()
    if (record === undefined) return
    if (record.expiresAtMs <= nowMs && isRenewable(record)) return renew()
    if (!refreshes.isDue(nowMs, record.refreshedAtMs) || !refreshes.isDue(nowMs)) return
    refreshes.mark(nowMs)
    await fetchMember({ refreshedAtMs: nowMs })
  }

  const check = async () => {
    await revocations.retry()
    const { session } = store.view.getState()
    const mayRetry =
      session.tag === 'guest' && (session.reason === 'offline' || session.reason === 'server')
    await (mayRetry ? retry() : refresh()).catch(() => undefined)
  }

  const paced = (pacer: typeof resumes) => async () => {
    const nowMs = clock.now()
    if (!pacer.isDue(nowMs)) return
    pacer.mark(nowMs)
    await check()
  }

  return {
    async launched() {
      resumes.mark(clock.now())
      await refresh().catch(() => undefined)
    },
    resumed: paced(resumes),
    online: paced(returns),
  }
}

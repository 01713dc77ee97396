import { usePullDownRefresh } from '@tarojs/taro'
import { useState } from 'react'
import { useWechatAuth } from '../../auth/useWechatAuth'
import type { Session } from '../../auth/session'
import type { FailureKind } from '../../auth/failure'
import { endPullDown } from '../../platform/bars'

/** Signed out on purpose, here or from elsewhere. */
const isEnded = (session: Session) =>
  session.tag === 'guest' && /^(signedOut|endedElsewhere)$/.test(session.reason)

/**
 * Pull to refresh: the member from the server again; a guest gets another try at the launch login, unless they
 * signed out: that lasts until they ask. Returns why the last pull came to nothing; the page still shows what was
 * known before.
 */
export const useRefresh = (): FailureKind | null => {
  const [failed, setFailed] = useState<{ kind: FailureKind; of: Session } | null>(null)
  const { session, refresh, retry } = useWechatAuth(({ session, refresh, retry }) => ({
    session,
    refresh,
    retry,
  }))
  const again = async () => {
    if (session.tag !== 'member') {
      return void (isEnded(session) || (await retry()))
    }
    const outcome = await refresh()
    setFailed(outcome.tag === 'failed' ? { kind: outcome.failure.kind, of: session } : null)
  }
  usePullDownRefresh(() => void again().finally(endPullDown))
  // Any change of the session since then is newer than the failure.
  return failed?.of === session ? failed.kind : null
}

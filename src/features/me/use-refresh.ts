import { usePullDownRefresh } from '@tarojs/taro'
import { useState } from 'react'
import { useWechatAuth } from '../../auth/useWechatAuth'
import type { FailureKind } from '../../auth/failure'
import { endPullDown } from '../../platform/bars'

/**
 * Pull to refresh: the member from the server again; a guest gets another try at the launch login. Returns why the last
 * pull came to nothing; the page still shows what was known before.
 */
export const useRefresh = (): FailureKind | null => {
  const [failure, setFailure] = useState<FailureKind | null>(null)
  const { session, refresh, retry } = useWechatAuth(({ session, refresh, retry }) => ({
    session,
    refresh,
    retry,
  }))
  const again = async () => {
    if (session.tag !== 'member') {
      await retry()
      return setFailure(null)
    }
    const outcome = await refresh()
    setFailure(outcome.tag === 'failed' ? outcome.failure.kind : null)
  }
  usePullDownRefresh(() => void again().finally(endPullDown))
  return failure
}

import { usePullDownRefresh } from '@tarojs/taro'
import { useState } from 'react'
import { useWechatAuth } from '../../auth/useWechatAuth'
import { failureOf, type FailureKind } from '../../baas/failure'
import { endPullDown } from '../../platform/bars'
import { useServices } from '../services'

/**
 * Pull to refresh: the member from the server again; a guest gets another try at the launch login. Gives why the last
 * pull came to nothing; the page still shows what was known before.
 */
export function useRefresh(): FailureKind | null {
  const [failure, setFailure] = useState<FailureKind | null>(null)
  const { baas } = useServices()
  const { session, retry } = useWechatAuth(({ session, retry }) => ({ session, retry }))
  usePullDownRefresh(() => {
    const work: Promise<unknown> = session.tag === 'member' ? baas.auth.getCurrentUser() : retry()
    void work
      .then(
        () => setFailure(null),
        (error: unknown) => setFailure(failureOf(error).kind),
      )
      .finally(endPullDown)
  })
  return failure
}

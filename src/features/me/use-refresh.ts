import Taro, { usePullDownRefresh } from '@tarojs/taro'
import { useWechatAuth } from '../../auth/useWechatAuth'
import { useServices } from '../services'

/** Pull to refresh: the member from the server again; a guest gets another try at the launch login. */
export function useRefresh(): void {
  const { baas } = useServices()
  const { session, retry } = useWechatAuth(({ session, retry }) => ({ session, retry }))
  usePullDownRefresh(() => {
    const work: Promise<unknown> = session.tag === 'member' ? baas.auth.getCurrentUser() : retry()
    // What could not be refreshed stays as it is: the page still shows the last that is known.
    void work.catch(() => undefined).finally(() => Taro.stopPullDownRefresh())
  })
}

import { useRouter } from '@tarojs/taro'
import { useCallback, useEffect, useState } from 'react'
import { forgetQuery } from './address-bar'

/**
 * The token that the link of an e-mail brought, undefined when the page was opened otherwise. It is removed from
 * the address bar at once; `drop` forgets it.
 */
export const useMailedToken = (): { token: string | undefined; drop: () => void } => {
  const brought = useRouter().params['token'] || undefined
  const [token, setToken] = useState(brought)
  useEffect(() => {
    if (brought !== undefined) forgetQuery()
  }, [brought])
  return { token, drop: useCallback(() => setToken(undefined), []) }
}

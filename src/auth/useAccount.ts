import { useMemo } from 'react'
import { createAccount, type Account } from './account'
import { useAuthKit } from './AuthProvider'

/**
 * What the member can do about their account: useWechatAuth()'s other half, apart from it so that only sub-packages
 * carry it. The actions never change between renders.
 */
export const useAccount = (): Account => {
  const { auth } = useAuthKit()
  return useMemo(() => createAccount(auth), [auth])
}

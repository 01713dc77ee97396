import { ApiError } from '../errors'
import type { Account } from './account'

/** The openid of an account. Rejects with 400 when no WeChat user is linked to it. */
export const linkedOpenid = ({ wechat }: Account): string => {
  if (wechat === null)
    throw new ApiError(
      'wechat_not_linked',
      'No WeChat user is linked to this account: link one first.',
    )
  return wechat.openid
}

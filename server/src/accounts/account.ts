import { users, wechatIdentities } from '../db/schema'

/** The row of an account. */
export type User = typeof users.$inferSelect

/** What an account knows of its WeChat identity under our AppID. */
type WechatIdentity = Pick<typeof wechatIdentities.$inferSelect, 'openid' | 'unionid' | 'profile'>

/** An account with the WeChat identity that is linked to it, if one is. */
export interface Account {
  readonly user: User
  readonly wechat: WechatIdentity | null
}

/** The columns of an `Account`, for any select that joins `users` and `wechat_identities`. */
export const accountColumns = {
  user: users,
  wechat: {
    openid: wechatIdentities.openid,
    unionid: wechatIdentities.unionid,
    profile: wechatIdentities.profile,
  },
}

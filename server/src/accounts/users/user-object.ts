import { unixSeconds } from '../../clock'
import { openPhone } from '../../security/phone'
import type { Vault } from '../../security/vault'
import type { Account, User } from './account'

/** What the owner typed last; that a verified one is still in force until it is verified, the protocol has no name for. */
const shownIdentifiers = (vault: Vault, user: User) => {
  const { email, emailVerified, nextEmail, phoneVerified, nextPhoneSealed } = user
  const phone = nextPhoneSealed ?? user.phoneSealed
  return {
    _email: nextEmail ?? email,
    _email_verified: emailVerified && nextEmail === null,
    _phone: phone && openPhone(vault, phone),
    _phone_verified: phoneVerified && nextPhoneSealed === null,
  }
}

/** The user object as its owner sees it (docs/protocol.md 7.1). Moments in Unix seconds. */
export const ownUserObject = (vault: Vault, { user, wechat }: Account) => ({
  ...user.custom,
  id: user.id,
  public_id: String(user.publicId),
  created_by: user.id,
  created_at: unixSeconds(user.createdAt),
  updated_at: unixSeconds(user.updatedAt),
  nickname: user.nickname,
  avatar: user.avatar,
  gender: user.gender,
  language: user.language,
  city: user.city,
  province: user.province,
  country: user.country,
  openid: wechat?.openid ?? null,
  unionid: wechat?.unionid ?? user.wechatUnionid,
  is_authorized: user.isAuthorized,
  _username: user.username,
  ...shownIdentifiers(vault, user),
  _has_password: user.passwordHash !== null,
  _anonymous: user.isAnonymous,
  _provider: {
    ...(wechat && {
      wechat: { ...wechat.profile, openid: wechat.openid, unionid: wechat.unionid },
    }),
    ...(user.wechatUnionid !== null && { wechat_unionid: user.wechatUnionid }),
  },
})

type PublicUser = Pick<User, 'id' | 'nickname' | 'avatar'>

/** What everyone else sees of a user (docs/protocol.md 7.2). */
export const publicUserObject = ({ id, nickname, avatar }: PublicUser) => ({ id, nickname, avatar })

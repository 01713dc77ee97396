/** The nickname in every anonymous profile since November 2022 (docs/wechat.md 1.4). */
const ANONYMOUS_NICKNAME = '微信用户'

/** How the address of the grey avatar begins; its end differs from app to app. */
const GREY_AVATAR = 'POgEwh4mIHO4nibH0KlMECNjjGxQUq24ZEaGT4poC6ic'

/**
 * Whether an answer of getUserProfile says nothing about the person, so that the form must be offered.
 * It decides no more than that: someone may really be called 微信用户 (docs/wechat.md 1.4).
 */
export const isAnonymous = (profile: { nickName?: string; avatarUrl?: string }): boolean =>
  !profile.avatarUrl ||
  profile.nickName === ANONYMOUS_NICKNAME ||
  profile.avatarUrl.includes(GREY_AVATAR)

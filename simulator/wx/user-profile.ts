/** What `getUserProfile` gives; the last four are missing where WeChat leaves them out. */
export interface UserProfile {
  userInfo: WechatMiniprogram.UserInfo
  rawData?: string
  signature?: string
  encryptedData?: string
  iv?: string
}

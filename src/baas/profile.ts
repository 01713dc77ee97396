import { runFunction } from './cloud-functions'
import { BaasError, CODE } from './errors'
import { fieldsOf, textOf } from './read'
import { put, putNaming, type Send } from './send'
import type { HttpResponse } from './transport'
import { readUser, type User } from './user'
import { isAtLeast, type Wechat } from './wechat'

/** What wx.getUserProfile returns (docs/protocol.md 1.4). Libraries below 2.16.0 leave out all but `userInfo`. */
export interface WechatProfile {
  readonly userInfo?: Readonly<Record<string, unknown>>
  readonly rawData?: string
  readonly signature?: string
  readonly encryptedData?: string
  readonly iv?: string
}

/** Whether WeChat's profile replaces the user's own: always, only what was never set, or not. */
export type SyncUserProfile = 'overwrite' | 'setnx' | 'false'

/** Whether this WeChat signs and encrypts the profiles it returns. */
export const signsProfiles = (wechat: Wechat): boolean => isAtLeast(wechat.libVersion(), '2.16.0')

/** Whether getUserProfile of this WeChat may still return the person's own profile instead of anonymous data. */
export const returnsOwnProfiles = (wechat: Wechat): boolean =>
  !isAtLeast(wechat.libVersion(), '2.27.1')

/** The user of this id, whole when it is the session's own (docs/protocol.md 4.7). */
export const fetchUser = async (send: Send, id: number): Promise<User> => {
  const path = `/hserve/v2.5/user/info/${id}/`
  return readUser((await send({ method: 'GET', path, as: 'member' })).body)
}

/** Writes columns of the session's user; values may be operators such as `{ $incr_by: 1 }` (1.2 #16). */
export const writeUser = (
  send: Send,
  changes: Readonly<Record<string, unknown>>,
): Promise<HttpResponse> => put(send, '/hserve/v2.5/user/info/', changes)

/**
 * Hands WeChat's profile to the backend (docs/protocol.md 3.3). `code` is of a wx.login made before
 * getUserProfile. Rejects with 603 no profile, 605 no code, 604 no session, 616 switched off in the console.
 */
export const writeWechatProfile = async (
  send: Send,
  wechat: Wechat,
  profile: WechatProfile,
  { code, syncUserProfile }: { code: string; syncUserProfile: SyncUserProfile },
): Promise<User> => {
  const { userInfo, rawData, encryptedData, signature, iv } = profile
  if (userInfo === undefined) throw new BaasError(CODE.unauthorized)
  const signed = signsProfiles(wechat)
  if (signed && code === '') throw new BaasError(CODE.incorrectParameterType)
  const path = `/hserve/${signed ? 'v2.6' : 'v2.5'}/idp/wechat/user/info/`
  const body = {
    ...(signed ? { rawData, encryptedData, signature, iv, code } : userInfo),
    update_userprofile: syncUserProfile,
  }
  const names = { 401: CODE.sessionMissing, 403: CODE.profileUpdateDisabled }
  return readUser((await putNaming(send, path, body, names)).body)
}

/** The function of docs/protocol.md 1.2, in cloud/functions. */
const CLOUD_FUNCTION = 'update_wechat_user_info'

/** Writes a profile of WeChat's to the session's user. */
export type ProfileWriter = (
  send: Send,
  userId: number,
  data: WechatProfile,
  options: { code: string; syncUserProfile: SyncUserProfile },
) => Promise<User>

/**
 * Lets the cloud function write a profile to the session's user, where the backend lets only functions do that. `code`
 * is '' where none was made before the profile was sealed. Rejects with the function's own message.
 */
export const writeProfileByFunction: ProfileWriter = async (send, userId, data, options) => {
  const reply = await runFunction(send, CLOUD_FUNCTION, { userID: userId, data, ...options })
  const { code, error } = fieldsOf(reply)
  if (code !== 0) {
    throw new BaasError(CODE.badReply, { serverMessage: textOf(fieldsOf(error)['message']) })
  }
  return fetchUser(send, userId)
}

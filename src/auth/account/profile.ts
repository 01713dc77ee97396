import { BaasError, CODE } from '../../baas/errors'
import {
  fetchUser,
  isSigned,
  writeWechatProfile,
  type SyncUserProfile,
  type WechatProfile,
} from '../../baas/profile'
import { fieldsOf, textOf } from '../../baas/read'
import { uploadFile } from '../../baas/upload'
import { censorText, invoke } from '../../baas/utilities'
import type { User } from '../../baas/user'
import type { Auth } from '../auth'
import { attempt, type Outcome } from './attempt'

/** How WeChat's profile is written. */
interface WechatProfileOptions {
  /** Of a wx.login made before getUserProfile; '' for libraries below 2.16.0. */
  code: string
  sync: SyncUserProfile
  /** By the client's own call, or by the cloud function where the backend lets only that write profiles. */
  by: 'client' | 'cloudFunction'
}

/** The member's name and picture. Columns of their own row are written by updateProfile(). */
export interface ProfileActions {
  saveWechatProfile(profile: WechatProfile, options: WechatProfileOptions): Promise<Outcome>
  /**
   * Stores a picture that WeChat gave as a temporary file, at once: the file is gone tomorrow (docs/wechat.md 2.4).
   * Resolves to its lasting address.
   */
  storePicture(filePath: string): Promise<Outcome<string>>
  /**
   * Lets the server check a nickname (docs/wechat.md 2.2): WeChat's own review may be missing or have timed out.
   * A backend without the check has no opinion.
   */
  isRisky(nickname: string): Promise<Outcome<boolean>>
  /** Whether this WeChat signs the profiles it returns; those that do not are older than getUserProfile. */
  signsProfiles(): boolean
}

/** The function of docs/protocol.md 1.2, in cloud/functions. */
const CLOUD_FUNCTION = 'update_wechat_user_info'

export function createProfileActions(auth: Auth): ProfileActions {
  const { request, wechat } = auth

  const byFunction = async (data: WechatProfile, code: string, sync: SyncUserProfile) => {
    await auth.ready()
    const id = auth.current()?.user.id
    if (id === undefined) throw new BaasError(CODE.sessionMissing)
    const asked = { userID: id, data, syncUserProfile: sync, code }
    const reply = fieldsOf(await invoke(request, CLOUD_FUNCTION, asked, true))
    if (reply['code'] !== 0) {
      const { message } = fieldsOf(reply['error'])
      throw new BaasError(CODE.badReply, { serverMessage: textOf(message) })
    }
    return fetchUser(request, id)
  }

  const save = async (profile: WechatProfile, { code, sync, by }: WechatProfileOptions) => {
    const user: User = await (by === 'client'
      ? writeWechatProfile(request, wechat, profile, { code, syncUserProfile: sync })
      : byFunction(profile, code, sync))
    auth.learn(user)
    return user
  }

  return {
    saveWechatProfile: (profile, options) => attempt(save(profile, options)),
    storePicture: (filePath) =>
      attempt(
        uploadFile({ ...auth, send: request }, { filePath }, { categoryName: 'avatar' }, {}).then(
          ({ path }) => path,
        ),
      ),
    isRisky: (nickname) =>
      attempt(censorText(request, nickname).then(({ body }) => fieldsOf(body)['risky'] === true)),
    signsProfiles: () => isSigned(wechat),
  }
}

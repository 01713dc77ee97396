import { censorText } from '../../baas/censor'
import { BaasError, CODE } from '../../baas/errors'
import {
  returnsOwnProfiles,
  signsProfiles,
  writeProfileByFunction,
  writeWechatProfile,
  type WechatProfile,
} from '../../baas/profile'
import { fieldsOf } from '../../baas/read'
import type { Auth } from '../auth'
import { storeFile } from '../store-file'
import { attempt, type Outcome } from './attempt'

/** The member's name and picture. Columns of their own row are written by updateProfile(). */
export interface ProfileActions {
  /**
   * Writes WeChat's profile as the build has it (config/features.ts): by the client's own call, or by the cloud
   * function where the backend lets only that write profiles. `code` is of a wx.login made before getUserProfile;
   * '' below 2.16.0.
   */
  saveWechatProfile: (profile: WechatProfile, code: string) => Promise<Outcome>
  /**
   * Stores a picture that WeChat returned as a temporary file, at once: the file is gone tomorrow (docs/wechat.md 2.4).
   * Resolves to its lasting address.
   */
  storePicture: (filePath: string) => Promise<Outcome<string>>
  /**
   * Lets the server check a nickname (docs/wechat.md 2.2): WeChat's own review may be missing or have timed out.
   * Resolves to whether it is risky; a backend without the check says no.
   */
  checkNickname: (nickname: string) => Promise<Outcome<boolean>>
  /** Whether this WeChat signs the profiles it returns; those that do not are older than getUserProfile. */
  signsProfiles: () => boolean
  /** Whether this WeChat may return the person's own profile; newer ones return anonymous data. */
  returnsOwnProfiles: () => boolean
}

/** The actions over one session. None rejects. */
export const createProfileActions = (auth: Auth): ProfileActions => {
  const { request, wechat } = auth

  // One expression: the build then leaves the other way out, and what it imports.
  const write =
    __FEATURES__.profileWriter === 'client'
      ? (profile: WechatProfile, code: string) =>
          writeWechatProfile(request, wechat, profile, {
            code,
            syncUserProfile: __FEATURES__.profileSync,
          })
      : async (profile: WechatProfile, code: string) => {
          await auth.ready()
          const id = auth.current()?.user.id
          if (id === undefined) throw new BaasError(CODE.sessionMissing)
          const syncUserProfile = __FEATURES__.profileSync
          return writeProfileByFunction(request, id, profile, { code, syncUserProfile })
        }

  const save = async (profile: WechatProfile, code: string) => {
    const user = await write(profile, code)
    auth.learn(user)
    return user
  }

  return {
    saveWechatProfile: (profile, code) => attempt(save(profile, code)),
    storePicture: (filePath) =>
      attempt(storeFile(auth, filePath, 'avatar').then(({ address }) => address)),
    checkNickname: (nickname) =>
      attempt(censorText(request, nickname).then(({ body }) => fieldsOf(body)['risky'] === true)),
    signsProfiles: () => signsProfiles(wechat),
    returnsOwnProfiles: () => returnsOwnProfiles(wechat),
  }
}

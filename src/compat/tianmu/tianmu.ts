import type { Auth } from '../../auth/auth'
import { BaasError, CODE } from '../../baas/errors'
import { writeWechatProfile, type ProfileWriter, type WechatProfile } from '../../baas/profile'
import { put } from '../../baas/send'
import { readUser, type User } from '../../baas/user'
import { createLogins } from './logins'
import { tianmuProfile, type TianmuProfile } from './profile'

/** What the event of a getUserInfo button has; the documents name three fields only. */
interface SealedUserInfo {
  encryptedData: string
  iv: string
  signature: string
  /** What the signature is over. */
  rawData?: string
}

/** The part of wx.tmSDK this app knows (docs/protocol.md 1.3). */
export interface Tianmu {
  /** Signs in if need be, and resolves to the stored profile. */
  login: () => Promise<TianmuProfile>
  /**
   * Asks WeChat for name and picture. Call it inside a tap. `refresh` asks whatever the cache says.
   * Rejects with 603 when the person says no.
   */
  updateUserProfile: (options?: { refresh?: boolean; desc?: string }) => Promise<TianmuProfile>
  /** The older way, by a getUserInfo button. */
  updateUserInfo: (sealed: SealedUserInfo) => Promise<TianmuProfile>
}

export interface TianmuPorts {
  auth: Pick<
    Auth,
    'view' | 'ready' | 'signIn' | 'current' | 'request' | 'wechat' | 'learn' | 'withUnionID'
  >
  appId: string
  /** Whether the popup may appear unforced: WeChat shows it at every call (docs/wechat.md 1.6). */
  isDue: () => boolean
  /** Notes that the person said no, or that what they agreed to is saved. */
  noteAnswer: () => void
  /** WeChat's popup; undefined where there is none. */
  askProfile: ((desc: string) => Promise<{ profile: WechatProfile; code: string }>) | undefined
  /** Writes profiles where the app's setting leaves that to the cloud function; undefined: by calls of the client. */
  byFunction: ProfileWriter | undefined
  /** WeChat's scene number of the launch; '' where there is none. */
  scene: string
  /** The vendor's own script, when the project brings it. */
  vendor: Tianmu | undefined
}

const SEALED_PROFILE = '/hserve/v2.6/idp/wechat/user/info/'
// What a person hands over here is meant to replace what was there.
const OVERWRITE = { code: '', syncUserProfile: 'overwrite' } as const
const DESC = '更新用户信息'

/** An object shaped like wx.tmSDK over this app's own session and backend; the vendor's script goes first. */
export const createTianmu = (ports: TianmuPorts): Tianmu => {
  const { auth, appId, isDue, noteAnswer, askProfile, byFunction, scene, vendor } = ports
  if (vendor !== undefined) return vendor

  const logins = createLogins(auth)
  const profileOf = async (user: User) => tianmuProfile(user, { appId, scene }, await logins())

  const signedIn = async () => {
    await auth.ready()
    const { withUnionID } = auth
    const credentials = { by: 'wechat', createUser: true, withUnionID } as const
    return auth.current()?.user ?? auth.signIn(credentials)
  }
  const login = async () => profileOf(await signedIn())

  const save = async ({ profile, code }: { profile: WechatProfile; code: string }) => {
    const { id } = await signedIn()
    const options = { ...OVERWRITE, code }
    const user =
      byFunction === undefined
        ? await writeWechatProfile(auth.request, auth.wechat, profile, options)
        : await byFunction(auth.request, id, profile, options)
    auth.learn(user)
    noteAnswer()
    return profileOf(user)
  }

  const writeSealed = async (sealed: SealedUserInfo) => {
    const { code, syncUserProfile: update_userprofile } = OVERWRITE
    const body = { ...sealed, code, update_userprofile }
    return readUser((await put(auth.request, SEALED_PROFILE, body)).body)
  }

  return {
    login,
    updateUserProfile(options) {
      const { refresh = false, desc = DESC } = options ?? {}
      if (!refresh && !isDue()) return login()
      if (askProfile === undefined) {
        return Promise.reject(new BaasError(CODE.unsupportedFunction))
      }
      // Nothing may be awaited before this: the tap would be lost (docs/wechat.md 1.2).
      return askProfile(desc).then(save, (error: unknown) => {
        // A popup that could not be shown is no answer.
        if (error instanceof BaasError && error.code === CODE.unauthorized) noteAnswer()
        throw error
      })
    },
    async updateUserInfo(sealed) {
      const { id } = await signedIn()
      // Without a code: a wx.login now might replace the key all this was sealed with (docs/wechat.md 5.4).
      const user =
        byFunction === undefined
          ? await writeSealed(sealed)
          : await byFunction(auth.request, id, sealed, OVERWRITE)
      auth.learn(user)
      return profileOf(user)
    },
  }
}

import { BaasError, CODE } from '../../baas/errors'
import type { WechatProfile } from '../../baas/profile'
import { fieldsOf, textOf } from '../../baas/read'
import type { WxBaas } from '../../compat/wx-baas/wx-baas'

/** The function of seed 000, in cloud/functions. */
const CLOUD_FUNCTION = 'update_wechat_user_info'

/**
 * Hands WeChat's profile to the backend: by the client's own call, or by the cloud function where the
 * backend lets only that write profiles. Rejects with BaasError.
 */
export async function writeProfile(
  baas: Pick<WxBaas, 'auth' | 'invoke'>,
  profile: WechatProfile,
  code: string,
): Promise<void> {
  const syncUserProfile = __FEATURES__.profileSync
  if (__FEATURES__.profileWriter === 'client') {
    await baas.auth.updateUserInfo(profile, { code, syncUserProfile })
    return
  }
  const { id: userID } = await baas.auth.getCurrentUser()
  const asked = { userID, data: profile, syncUserProfile, code }
  const reply = fieldsOf(await baas.invoke(CLOUD_FUNCTION, asked))
  if (reply['code'] !== 0) {
    const { message } = fieldsOf(reply['error'])
    throw new BaasError(CODE.badReply, { serverMessage: textOf(message) })
  }
  await baas.auth.getCurrentUser()
}

import { and, eq } from 'drizzle-orm'
import type { Context } from '../../context'
import { wechatIdentities } from '../../db/schema'
import { ApiError } from '../../errors'
import type { WechatSession } from '../../wechat/client'

/** What binds a sealed session_key to the row it stands in. */
export const sessionKeyPurpose = (appid: string, openid: string): string =>
  `session_key:${appid}:${openid}`

/** A session_key as it is kept: encrypted, and bound to the person it is about. */
export const sealSessionKey = (
  { vault, settings }: Pick<Context, 'vault' | 'settings'>,
  { openid, sessionKey }: Pick<WechatSession, 'openid' | 'sessionKey'>,
): string => vault.seal(sessionKey, sessionKeyPurpose(settings.wechat.appid, openid))

/**
 * The session_key we keep about this openid. Rejects with 400 when there is none yet: it comes with a
 * wx.login code, so signing in through WeChat brings it.
 */
export const storedSessionKey = async (context: Context, openid: string): Promise<string> => {
  const { appid } = context.settings.wechat
  const [row] = await context.db
    .select({ box: wechatIdentities.sessionKeySealed })
    .from(wechatIdentities)
    .where(and(eq(wechatIdentities.appid, appid), eq(wechatIdentities.openid, openid)))
  if (!row?.box)
    throw new ApiError(
      'wechat_session_missing',
      'There is no WeChat session yet: sign in through WeChat first.',
    )
  return context.vault.open(row.box, sessionKeyPurpose(appid, openid))
}

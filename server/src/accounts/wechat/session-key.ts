import type { Context } from '../../context'
import { wechatIdentities } from '../../db/schema'
import { ApiError } from '../../errors'
import type { Vault } from '../../security/vault'
import type { WechatSession } from '../../wechat/client'
import { isIdentity } from './identity'

/** What binds a sealed session_key to the row it stands in. */
export const sessionKeyPurpose = (appid: string, openid: string): string =>
  `session_key:${appid}:${openid}`

/** A session_key as it is kept: encrypted, and bound to the person it is about. */
export const sealSessionKey = (
  { vault, settings }: Pick<Context, 'vault' | 'settings'>,
  { openid, sessionKey }: Pick<WechatSession, 'openid' | 'sessionKey'>,
): string => vault.seal(sessionKey, sessionKeyPurpose(settings.wechat.appid, openid))

/** By what a session_key is known to be the same one again: a keyed hash, bound to the person. */
export const sessionKeyMark = (
  { vault, settings }: Pick<Context, 'vault' | 'settings'>,
  { openid, sessionKey }: Pick<WechatSession, 'openid' | 'sessionKey'>,
): string => vault.index(sessionKey, sessionKeyPurpose(settings.wechat.appid, openid))

// Of a key that the operator lost, the next wx.login brings another one.
const openOrNone = ({ open }: Vault, box: string, appid: string, openid: string): string[] => {
  try {
    return [open(box, sessionKeyPurpose(appid, openid))]
  } catch {
    return []
  }
}

/**
 * The session_keys we keep about this openid: the present one, and the one before it, with which WeChat encrypted
 * what a phone asked for before its last wx.login. Rejects with 400 when there is none that opens: it comes with a
 * wx.login code, so signing in through WeChat brings it.
 */
export const storedSessionKeys = async (
  context: Context,
  openid: string,
): Promise<readonly [string, ...string[]]> => {
  const { appid } = context.settings.wechat
  const [row] = await context.db
    .select({
      box: wechatIdentities.sessionKeySealed,
      previous: wechatIdentities.previousSessionKeySealed,
    })
    .from(wechatIdentities)
    .where(isIdentity(appid, openid))
  const boxes = [row?.box, row?.previous].filter((box) => typeof box === 'string')
  const [key, ...others] = boxes.flatMap((box) => openOrNone(context.vault, box, appid, openid))
  if (key === undefined) {
    throw new ApiError(
      'wechat_session_missing',
      'There is no WeChat session yet: sign in through WeChat first.',
    )
  }
  return [key, ...others]
}

/** What `open` returns for the first of the keys that it does not fail with. Throws what it throws for the last. */
export const withAnyKey = <T>(
  [key, ...others]: readonly [string, ...string[]],
  open: (sessionKey: string) => T,
): T => {
  const [next, ...rest] = others
  if (next === undefined) return open(key)
  try {
    return open(key)
  } catch {
    return withAnyKey([next, ...rest], open)
  }
}

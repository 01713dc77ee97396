import { settleImageCheck } from '../censor/image-checks'
import { mediaVerdict } from './media-verdict'
import type { Context } from '../context'
import { textOf, type PushFields } from './format'
import { consumeMark, isConsumed } from './marks'
import type { SignedPush } from './reader'
import { cancelAuthorization } from './cancellation'
import { clearJudgedProfile, revokeAuthorization } from './revocation'

// WeChat's have some thirty characters; an index takes no text of thousands.
const LONGEST_TRACE = 200

const keepVerdict = async (context: Context, event: PushFields): Promise<void> => {
  const traceId = textOf(event, 'trace_id')
  if (traceId !== '' && traceId.length <= LONGEST_TRACE) {
    await settleImageCheck(context, traceId, mediaVerdict(event))
  }
}

const act = async (context: Context, event: PushFields): Promise<void> => {
  const kind = textOf(event, 'Event')
  const openid = textOf(event, 'OpenID')
  if (kind === 'wxa_media_check') return keepVerdict(context, event)
  if (textOf(event, 'AppID') !== context.settings.wechat.appid) return
  if (kind === 'user_authorization_revoke') {
    return revokeAuthorization(context, openid, textOf(event, 'RevokeInfo').split(/\D+/))
  }
  if (kind === 'user_info_modified') return clearJudgedProfile(context, openid)
  if (kind === 'user_authorization_cancellation') return cancelAuthorization(context, openid)
}

/**
 * Does what a push asks for, once: forgets what a person revoked or WeChat judged
 * (authorized_user_information_changes), or keeps a verdict on an image. WeChat repeats its pushes, and others
 * may: what has been done is not done to what came after it, such as a new account of the same person. Other
 * events are ignored.
 */
export const receivePush = async (context: Context, { event, mark }: SignedPush): Promise<void> => {
  if (await isConsumed(context, mark)) return
  await act(context, event)
  await consumeMark(context, mark)
}

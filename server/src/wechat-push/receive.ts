import { eq } from 'drizzle-orm'
import { settleImageCheck } from '../censor/image-checks'
import { mediaVerdict } from './media-verdict'
import type { Context } from '../context'
import { spentCodes } from '../db/schema'
import { hashToken } from '../sessions/token'
import { textOf, type PushFields } from './format'
import type { SignedPush } from './reader'
import { cancelAuthorization, clearJudgedProfile, revokeAuthorization } from './revocation'

const act = async (context: Context, event: PushFields): Promise<void> => {
  const kind = textOf(event, 'Event')
  const openid = textOf(event, 'OpenID')
  if (kind === 'wxa_media_check')
    return settleImageCheck(context, textOf(event, 'trace_id'), mediaVerdict(event))
  if (textOf(event, 'AppID') !== context.settings.wechat.appid) return
  if (kind === 'user_authorization_revoke')
    return revokeAuthorization(context, openid, textOf(event, 'RevokeInfo').split(/\D+/))
  if (kind === 'user_info_modified') return clearJudgedProfile(context, openid)
  if (kind === 'user_authorization_cancellation') return cancelAuthorization(context, openid)
}

const hashOf = (mark: string): string => hashToken(`push:${mark}`)

/** Notes that the push of this mark has been received: one that bears it later does nothing. */
export const spendMark = async (
  { db, clock }: Pick<Context, 'db' | 'clock'>,
  mark: string,
): Promise<void> => {
  await db
    .insert(spentCodes)
    .values({ codeHash: hashOf(mark), spentAt: new Date(clock.now()) })
    .onConflictDoNothing()
}

/**
 * Does what a push asks for, once: forgets what a person revoked or WeChat judged (authorized_user_information_changes), or
 * keeps a verdict on an image. WeChat repeats its pushes, and others may: what has been done is not done to what came after
 * it, such as a new account of the same person. Other events are ignored.
 */
export const receivePush = async (context: Context, { event, mark }: SignedPush): Promise<void> => {
  const [done] = await context.db
    .select()
    .from(spentCodes)
    .where(eq(spentCodes.codeHash, hashOf(mark)))
  if (done !== undefined) return
  await act(context, event)
  await spendMark(context, mark)
}

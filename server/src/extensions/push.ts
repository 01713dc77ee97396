import { createHash, timingSafeEqual } from 'node:crypto'
import { and, eq, inArray, sql } from 'drizzle-orm'
import { settleImageCheck } from '../censor/image-checks'
import type { Context } from '../context'
import { files, sessions, users, wechatIdentities } from '../db/schema'
import { ApiError } from '../errors'
import { audit } from '../security/audit'
import { eraseAccount } from './delete-account'

/** The query WeChat signs every push with (guide 消息推送, plain mode). */
export interface PushSignature {
  readonly signature: string
  /** Unix seconds. */
  readonly timestamp: string
  readonly nonce: string
}

/** A pushed event, whose fields are text whatever format it came in. */
export type PushedEvent = Readonly<Record<string, string>>

const LONGEST_AGE_SECONDS = 10 * 60

/**
 * Rejects with 403 what WeChat did not sign with our token, or signed too long ago: sha1 over token,
 * timestamp and nonce, sorted. Rejects with 404 while no token is configured.
 */
export const requirePushSignature = (
  { settings, clock }: Pick<Context, 'settings' | 'clock'>,
  { signature, timestamp, nonce }: PushSignature,
): void => {
  if (settings.pushToken === null) throw new ApiError(404, 'No such endpoint.')
  const text = [settings.pushToken, timestamp, nonce].sort().join('')
  const expected = createHash('sha1').update(text).digest()
  const given = Buffer.from(signature, 'hex')
  const age = Math.abs(clock.now() / 1000 - Number(timestamp))
  const isSigned = given.length === expected.length && timingSafeEqual(given, expected)
  if (!isSigned || !(age <= LONGEST_AGE_SECONDS))
    throw new ApiError(403, 'The signature is not of WeChat, or too old.')
}

// What a person can take back, by RevokeInfo (WeChat rules 1.5): 6 nickname and avatar, 8 phone, 19 nickname, 20 avatar.
const NAMED = new Set(['6', '19'])
const PICTURED = new Set(['6', '20'])
const PHONED = new Set(['8'])

const revoke = async (
  { db, clock, settings }: Context,
  openid: string,
  what: readonly string[],
): Promise<void> => {
  const takes = (kinds: ReadonlySet<string>) => what.some((kind) => kinds.has(kind))
  const isProfile = takes(NAMED) || takes(PICTURED)
  await db.transaction(async (tx) => {
    const [identity] = await tx
      .update(wechatIdentities)
      .set(isProfile ? { profile: {} } : { openid })
      .where(
        and(eq(wechatIdentities.appid, settings.wechat.appid), eq(wechatIdentities.openid, openid)),
      )
      .returning({ userId: wechatIdentities.userId })
    if (identity === undefined) return
    const { userId } = identity
    if (takes(PICTURED))
      await tx
        .delete(files)
        .where(
          and(
            eq(files.userId, userId),
            sql`(select avatar from users where id = ${userId}) like '%' || ${files.id} || '%'`,
          ),
        )
    await tx
      .update(users)
      .set({
        ...(takes(NAMED) && { nickname: '' }),
        ...(takes(PICTURED) && { avatar: '' }),
        ...(takes(PHONED) && { phoneSealed: null, phoneIndex: null, phoneVerified: false }),
        ...(isProfile && { isAuthorized: false }),
        updatedAt: new Date(clock.now()),
      })
      .where(eq(users.id, userId))
    await audit(tx, { kind: 'wechat_revoked', userId, ipAddress: '', nowMs: clock.now() })
  })
}

/** The person left: an account they can still reach another way loses all that came from WeChat, any other is erased. */
const cancel = async (context: Context, openid: string): Promise<void> => {
  const { db, clock, settings } = context
  const ofPerson = and(
    eq(wechatIdentities.appid, settings.wechat.appid),
    eq(wechatIdentities.openid, openid),
  )
  const [account] = await db
    .select({ user: users, profile: wechatIdentities.profile })
    .from(wechatIdentities)
    .innerJoin(users, eq(users.id, wechatIdentities.userId))
    .where(ofPerson)
  if (account === undefined) return
  const { user, profile } = account
  if (user.passwordHash === null && !user.phoneVerified) return eraseAccount(context, user.id)
  await db.transaction(async (tx) => {
    await tx.delete(wechatIdentities).where(ofPerson)
    await tx
      .delete(sessions)
      .where(
        and(
          eq(sessions.userId, user.id),
          inArray(sessions.loginMethod, ['wechat', 'wechat_phone']),
        ),
      )
    await tx
      .update(users)
      .set({
        ...(user.nickname === profile['nickname'] && { nickname: '' }),
        ...(user.avatar === profile['avatar'] && { avatar: '' }),
        wechatUnionid: null,
        isAuthorized: false,
        updatedAt: new Date(clock.now()),
      })
      .where(eq(users.id, user.id))
  })
}

/**
 * Does what a pushed event asks for: forgets what a person revoked (authorized_user_information_changes), or
 * keeps a verdict on an image. Doing it again changes nothing, as WeChat repeats its pushes. Other events are ignored.
 */
export const receivePush = async (context: Context, event: PushedEvent): Promise<void> => {
  const { Event: kind, OpenID: openid = '', AppID: appid } = event
  if (kind === 'wxa_media_check')
    return settleImageCheck(context, event['trace_id'] ?? '', event['suggest'] ?? '')
  if (appid !== context.settings.wechat.appid) return
  if (kind === 'user_authorization_revoke')
    return revoke(context, openid, (event['RevokeInfo'] ?? '').split(/\D+/))
  if (kind === 'user_authorization_cancellation') return cancel(context, openid)
}

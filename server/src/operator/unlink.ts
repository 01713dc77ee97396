import { and, eq } from 'drizzle-orm'
import type { Account } from '../accounts/users/account'
import { hasSignInMethod } from '../accounts/users/sign-in-methods'
import { sessions, users, wechatIdentities } from '../db/schema'
import { audit } from '../security/audit'
import { endSessionsWhere } from '../sessions/end'
import type { Operator } from './operator'
import { Refusal } from './refusal'
import type { ReportRecord } from './report'

/** Which identities go, and whether they may be the last sign-in method. */
interface Unlinking {
  /** null: those under all AppIDs. */
  readonly appid: string | null
  readonly lastMethod: 'kept' | 'may-go'
}

/**
 * Removes WeChat identities of an account and ends its sessions. The unionid goes, too, or a sign-in by it would link
 * the WeChat again. Rejects with a `Refusal` when nothing is linked, or the account would be left without a sign-in
 * method.
 */
export const unlink = async (
  { context, name: actor }: Operator,
  { user: { id: userId } }: Account,
  { appid, lastMethod }: Unlinking,
): Promise<ReportRecord> => {
  const nowMs = context.clock.now()
  return context.db.transaction(async (tx) => {
    const [held] = await tx
      .select()
      .from(users)
      .where(eq(users.id, userId))
      // No request removes another method meanwhile.
      .for('no key update')
    if (held === undefined) throw new Refusal(`No account has the id ${userId}.`)
    const gone = await tx
      .delete(wechatIdentities)
      .where(
        and(
          eq(wechatIdentities.userId, userId),
          appid === null ? undefined : eq(wechatIdentities.appid, appid),
        ),
      )
      .returning({ appid: wechatIdentities.appid, openid: wechatIdentities.openid })
    if (gone.length === 0) {
      throw new Refusal(
        `No WeChat ${appid === null ? '' : 'under this AppID '}is linked to account ${userId}.`,
      )
    }
    const isMailSent = context.settings.mailer.mail.kind !== 'off'
    if (lastMethod === 'kept' && !(await hasSignInMethod(tx, held, { isMailSent }))) {
      throw new Refusal(
        `Nothing was done: account ${userId} would be left without a sign-in method; --force does it all the same.`,
      )
    }
    const ended = await endSessionsWhere(tx, eq(sessions.userId, userId))
    await tx
      .update(users)
      .set({ wechatUnionid: null, updatedAt: new Date(nowMs) })
      .where(eq(users.id, userId))
    await audit(tx, { kind: 'unlinked_wechat', userId, ipAddress: '', nowMs, actor })
    return { id: userId, result: 'unlinked', ended_sessions: ended, wechat: gone }
  })
}

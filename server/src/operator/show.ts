import { desc, eq } from 'drizzle-orm'
import type { Account } from '../accounts/users/account'
import { auditEvents, wechatIdentities } from '../db/schema'
import { listSessions } from '../sessions/list'
import { audit } from '../security/audit'
import type { Operator } from './operator'
import { contactsOf } from './personal-data'
import type { ReportRecord } from './report'

const LAST_EVENTS = 20

/** One account as an operator may see it. Personal data in full is written to the audit trail. */
export const show = async (
  { context, name: actor }: Operator,
  { user }: Account,
  personalData: 'masked' | 'whole',
): Promise<ReportRecord> => {
  const { db, vault, clock } = context
  const nowMs = clock.now()
  if (personalData === 'whole') {
    await audit(db, { kind: 'revealed', userId: user.id, ipAddress: '', nowMs, actor })
  }
  const [wechat, events, sessions] = await Promise.all([
    db
      .select({
        appid: wechatIdentities.appid,
        openid: wechatIdentities.openid,
        unionid: wechatIdentities.unionid,
        created_at: wechatIdentities.createdAt,
        login_times: wechatIdentities.loginTimes,
        last_login_at: wechatIdentities.lastLoginAt,
      })
      .from(wechatIdentities)
      .where(eq(wechatIdentities.userId, user.id)),
    db
      .select({ at: auditEvents.at, kind: auditEvents.kind, operator: auditEvents.actor })
      .from(auditEvents)
      .where(eq(auditEvents.userId, user.id))
      .orderBy(desc(auditEvents.at), desc(auditEvents.id))
      .limit(LAST_EVENTS),
    listSessions(context, { user, sessionId: null }),
  ])
  return {
    id: user.id,
    number: String(user.publicId),
    created_at: user.createdAt,
    updated_at: user.updatedAt,
    blocked_at: user.blockedAt,
    is_anonymous: user.isAnonymous,
    nickname: user.nickname,
    username: user.username,
    has_password: user.passwordHash !== null,
    ...contactsOf(vault, user, personalData),
    email_verified: user.emailVerified,
    phone_verified: user.phoneVerified,
    typed_in_their_place: contactsOf(
      vault,
      { email: user.nextEmail, phoneSealed: user.nextPhoneSealed },
      personalData,
    ),
    personal_data: personalData === 'whole' ? 'in full' : 'masked; --reveal shows it',
    unionid: user.wechatUnionid,
    sessions: sessions.length,
    wechat,
    last_events: events,
  }
}

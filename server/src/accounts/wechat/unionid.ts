import { eq, inArray, or } from 'drizzle-orm'
import type { Context } from '../../context'
import type { Database } from '../../db/database'
import { orIfTaken } from '../../db/violations'
import { users, wechatIdentities } from '../../db/schema'
import { ApiError } from '../../errors'
import { audit } from '../../security/audit'
import { refuseBlocked } from '../users/blocked'
import { isIdentity } from './identity'
import type { WechatPerson } from './link-ticket'

/** A person whose unionid WeChat returned. */
export type UnionPerson = WechatPerson & { readonly unionid: string }

/** Asserts that WeChat returned a unionid. Rejects with 400: only an Open Platform account brings one. */
export const withUnionid = <P extends WechatPerson>(
  person: P,
): P & { readonly unionid: string } => {
  const { unionid } = person
  if (unionid === null) {
    throw new ApiError(
      'unionid_missing',
      'WeChat returns no unionid: bind the mini-program to an Open Platform account first.',
    )
  }
  return { ...person, unionid }
}

/** The 400 of two accounts that would have to be one; names both ids, so that a developer can merge them. */
export const unionConflict = ({ openid, unionid }: UnionPerson, reason: string): ApiError =>
  new ApiError('unionid_conflict', `${reason} (openid ${openid}, unionid ${unionid}).`)

const settle = async (
  tx: Pick<Database, 'select' | 'update' | 'insert'>,
  person: UnionPerson,
  appid: string,
  ipAddress: string,
  nowMs: number,
): Promise<void> => {
  const now = new Date(nowMs)
  const { openid, unionid } = person
  const linked = tx
    .select({ id: wechatIdentities.userId })
    .from(wechatIdentities)
    .where(isIdentity(appid, openid))
  // Held before they are read: a reset of the password may be unlinking them at this moment.
  await tx
    .select({ id: users.id })
    .from(users)
    .where(or(eq(users.wechatUnionid, unionid), inArray(users.id, linked)))
    .orderBy(users.id)
    .for('no key update')
  const [byUnionid] = await tx
    .select({ id: users.id })
    .from(users)
    .where(eq(users.wechatUnionid, unionid))
  const [byOpenid] = await tx
    .select({ id: users.id, unionid: users.wechatUnionid })
    .from(wechatIdentities)
    .innerJoin(users, eq(users.id, wechatIdentities.userId))
    .where(isIdentity(appid, openid))

  if (byUnionid === undefined && byOpenid === undefined) return
  if (byUnionid !== undefined) await refuseBlocked(tx, byUnionid.id)
  if (byUnionid === undefined && byOpenid !== undefined) {
    if (byOpenid.unionid !== null) {
      throw unionConflict(person, 'The account of this openid has another unionid')
    }
    await tx
      .update(users)
      .set({ wechatUnionid: unionid, updatedAt: now })
      .where(eq(users.id, byOpenid.id))
  }
  if (byUnionid !== undefined && byOpenid === undefined) {
    const userId = byUnionid.id
    await tx.insert(wechatIdentities).values({ appid, openid, unionid, userId, createdAt: now })
    await audit(tx, { kind: 'linked_wechat', userId, ipAddress, nowMs })
  }
  if (byUnionid !== undefined && byOpenid !== undefined && byUnionid.id !== byOpenid.id) {
    throw unionConflict(person, 'The openid and the unionid belong to two accounts')
  }
}

/**
 * Brings the account rows in line with what openid and unionid together say, before a sign-in with
 * `login_with_unionid` (docs/protocol.md 8.2, the five rows of withUnionID). Rejects with 400 on both conflicts.
 */
export const settleUnionid = async (
  { db, clock, settings }: Context,
  person: UnionPerson,
  ipAddress: string,
): Promise<void> => {
  await orIfTaken(
    db.transaction((tx) => settle(tx, person, settings.wechat.appid, ipAddress, clock.now())),
    () => {
      throw unionConflict(person, 'The account of this unionid has another openid here')
    },
  )
}

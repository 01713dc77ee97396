import { and, eq, inArray, sql } from 'drizzle-orm'
import type { Context } from '../../context'
import type { Database } from '../../db/database'
import { auditEvents, users, wechatIdentities } from '../../db/schema'
import { NO_NEXT_PHONE } from '../../security/phone'
import type { ImportedAccount } from './account'

type Writing = Pick<Database, 'select' | 'insert' | 'update' | 'execute'>

/** The ids of a batch that an account has already; whether it is the same account, an earlier run having stored it. */
export const accountsThere = async (
  tx: Writing,
  appid: string,
  batch: readonly ImportedAccount[],
): Promise<ReadonlyMap<number, 'same' | 'other'>> => {
  const rows = await tx
    .select({
      id: users.id,
      createdAt: users.createdAt,
      usernameFolded: users.usernameFolded,
      email: users.email,
      phoneIndex: users.phoneIndex,
      unionid: users.wechatUnionid,
      openid: wechatIdentities.openid,
    })
    .from(users)
    .leftJoin(
      wechatIdentities,
      and(eq(wechatIdentities.userId, users.id), eq(wechatIdentities.appid, appid)),
    )
    .where(
      inArray(
        users.id,
        batch.map(({ user }) => user.id),
      ),
    )
  const records = new Map(batch.map((account) => [account.user.id, account]))
  return new Map(
    rows.map((row) => {
      const account = records.get(row.id)
      const user = account?.user
      const pairs = [
        [row.openid, account?.openid],
        [row.usernameFolded, user?.usernameFolded],
        [row.email, user?.email],
        [row.phoneIndex, user?.phoneIndex],
        [row.unionid, user?.wechatUnionid],
      ]
      const isSame =
        account?.createdAt?.getTime() === row.createdAt.getTime() ||
        pairs.some(([held, given]) => held !== null && held === given)
      return [row.id, isSame ? 'same' : 'other']
    }),
  )
}

// A claim is dropped when its owner comes (docs/decisions/0011, O1).
const dropClaims = async (tx: Writing, batch: readonly ImportedAccount[]): Promise<void> => {
  const emails = batch.flatMap(({ user }) => (user.emailVerified && user.email ? [user.email] : []))
  const phones = batch.flatMap(({ user }) =>
    user.phoneVerified && user.phoneIndex ? [user.phoneIndex] : [],
  )
  await tx
    .update(users)
    .set({ email: null })
    .where(and(eq(users.emailVerified, false), inArray(users.email, emails)))
  await tx
    .update(users)
    .set({ phoneSealed: null, phoneIndex: null })
    .where(and(eq(users.phoneVerified, false), inArray(users.phoneIndex, phones)))
  await tx.update(users).set({ nextEmail: null }).where(inArray(users.nextEmail, emails))
  await tx.update(users).set(NO_NEXT_PHONE).where(inArray(users.nextPhoneIndex, phones))
}

/** Stores accounts whose ids and identifiers are free. Ids that are given out later come after theirs. */
export const storeBatch = async (
  tx: Writing,
  { clock, settings }: Pick<Context, 'clock' | 'settings'>,
  batch: readonly ImportedAccount[],
  actor: string,
): Promise<void> => {
  if (batch.length === 0) return
  const now = new Date(clock.now())
  await tx.insert(users).values(batch.map(({ user }) => user))
  // After the insert: the batch may hold a claim and its owner.
  await dropClaims(tx, batch)
  const identities = batch.flatMap(({ user, openid, profile }) =>
    openid === null
      ? []
      : [
          {
            appid: settings.wechat.appid,
            openid,
            unionid: user.wechatUnionid ?? null,
            userId: user.id,
            profile,
            createdAt: user.createdAt,
          },
        ],
  )
  if (identities.length > 0) await tx.insert(wechatIdentities).values(identities)
  await tx.insert(auditEvents).values(
    batch.map(({ user }) => ({
      at: now,
      userId: user.id,
      kind: 'imported',
      ipAddress: '',
      actor,
    })),
  )
  const last = Math.max(...batch.map(({ user }) => user.id))
  await tx.execute(sql`
    select setval(seq, greatest(${last}::bigint, pg_sequence_last_value(seq::regclass)))
    from pg_get_serial_sequence('users', 'id') as seq`)
}

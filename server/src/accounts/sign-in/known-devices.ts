import { and, eq, gt, inArray, sql, type SQL } from 'drizzle-orm'
import { union } from 'drizzle-orm/pg-core'
import type { Context } from '../../context'
import type { Database } from '../../db/database'
import { knownDevices, sessions } from '../../db/schema'
import { addressGroup } from '../../security/client-address'
import type { ClientInfo } from '../../sessions/session'

// Phones, tablets and browsers of one person; more are not worth keeping.
const MOST_PER_USER = 20

/** By what an account knows the device of a request; an address may be shared with others. */
export type Familiarity = 'device' | 'session' | 'address' | 'stranger'

type Sender = Pick<ClientInfo, 'deviceId' | 'ipAddress'>

// A hash of the account with the device: equal devices of two accounts have different marks.
const markOf = ({ vault }: Pick<Context, 'vault'>, userId: number, kind: string, value: string) =>
  vault.index(`${userId}:${kind}:${value}`, 'known device')

/**
 * By what the account `userId` knows the device that sends a request: an ID that was there at an earlier sign-in,
 * a live session of the account, or the address, for clients without IDs. One statement, for `null` (no account)
 * as well, so that the work does not reveal whether there is one.
 */
export const familiarityOf = async (
  context: Pick<Context, 'db' | 'clock' | 'vault'>,
  userId: number | null,
  { deviceId, ipAddress, presentedTokenHash }: ClientInfo,
): Promise<Familiarity> => {
  const id = userId ?? 0
  const hasMark = (kind: string, value: string) =>
    sql`exists (select from ${knownDevices} where user_id = ${id} and mark = ${markOf(context, id, kind, value)})`
  const now = new Date(context.clock.now()).toISOString()
  const { rows } = await context.db.execute<Record<'device' | 'session' | 'address', boolean>>(sql`
    select ${hasMark('device', deviceId ?? '')} as device, ${hasMark('address', addressGroup(ipAddress))} as address,
      exists (select from ${sessions}
        where token_hash = ${presentedTokenHash ?? ''} and user_id = ${id} and expires_at > ${now}) as session`)
  if (rows[0]?.device) return 'device'
  if (rows[0]?.session) return 'session'
  return rows[0]?.address ? 'address' : 'stranger'
}

/** The mark that an account has of a device that signs in: by its ID, or by its address when the client sends none. */
const ownMark = (
  context: Pick<Context, 'vault'>,
  userId: number,
  { deviceId, ipAddress }: Sender,
): string =>
  deviceId === null
    ? markOf(context, userId, 'address', addressGroup(ipAddress))
    : markOf(context, userId, 'device', deviceId)

/** Those of these accounts that know the device of a request, or whose live session it carries. */
export const thoseThatKnow = async (
  context: Pick<Context, 'db' | 'clock' | 'vault'>,
  userIds: readonly number[],
  client: ClientInfo,
): Promise<readonly number[]> => {
  const marks = userIds.map((id) => ownMark(context, id, client))
  const byMark = context.db
    .select({ userId: knownDevices.userId })
    .from(knownDevices)
    .where(and(inArray(knownDevices.userId, [...userIds]), inArray(knownDevices.mark, marks)))
  const bySession = context.db
    .select({ userId: sessions.userId })
    .from(sessions)
    .where(
      and(
        eq(sessions.tokenHash, client.presentedTokenHash ?? ''),
        inArray(sessions.userId, [...userIds]),
        gt(sessions.expiresAt, new Date(context.clock.now())),
      ),
    )
  const rows = await union(byMark, bySession)
  return rows.map(({ userId }) => userId)
}

/**
 * Parts of the statement that signs in, after one named `entered` with the account that did: they remember the
 * device it came from, by its ID, or by its address when the client sends none, and keep the latest twenty of an
 * account.
 */
export const rememberDevice = (
  context: Pick<Context, 'clock' | 'vault'>,
  userId: number,
  sender: Sender,
): SQL => {
  const mark = ownMark(context, userId, sender)
  const others = sql`${knownDevices} where user_id = ${userId} and mark <> ${mark}`
  const now = sql`${new Date(context.clock.now()).toISOString()}::timestamptz`
  return sql`,
    seen as (
      insert into ${knownDevices} (user_id, mark, seen_at) select id, ${mark}, ${now} from entered
      on conflict (user_id, mark) do update set seen_at = excluded.seen_at),
    unseen as (
      delete from ${others} and exists (select from entered) and mark not in (
        select mark from ${others} order by seen_at desc limit ${MOST_PER_USER - 1}))`
}

/** Forgets the devices of an account, when another person may have been in it. */
export const forgetDevices = async (
  tx: Pick<Database, 'delete'>,
  userId: number,
): Promise<void> => {
  await tx.delete(knownDevices).where(eq(knownDevices.userId, userId))
}

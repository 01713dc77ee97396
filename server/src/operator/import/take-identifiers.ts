import { and, eq, inArray } from 'drizzle-orm'
import type { Database } from '../../db/database'
import { users, wechatIdentities } from '../../db/schema'
import type { ImportedAccount, Problem } from './account'

/** Identifiers that are taken: by accounts of the database, and by those of the file before. */
export interface Taken {
  readonly ids: Set<number>
  readonly openids: Set<string>
  readonly unionids: Set<string>
  readonly usernames: Set<string>
  readonly emails: Set<string>
  readonly phones: Set<string>
}

/** None yet. */
export const nothingTaken = (): Taken => ({
  ids: new Set(),
  openids: new Set(),
  unionids: new Set(),
  usernames: new Set(),
  emails: new Set(),
  phones: new Set(),
})

const present = <T>(values: readonly (T | null | undefined)[]): T[] =>
  values.filter((value) => value !== null && value !== undefined)

/** Adds what accounts of the database hold of the identifiers of a batch. A claim takes nothing. */
export const addTakenInDatabase = async (
  tx: Pick<Database, 'select'>,
  appid: string,
  batch: readonly ImportedAccount[],
  taken: Taken,
): Promise<void> => {
  const of = <T>(read: (user: ImportedAccount['user']) => T | null | undefined) =>
    present(batch.map(({ user }) => read(user)))
  const openids = await tx
    .select({ openid: wechatIdentities.openid })
    .from(wechatIdentities)
    .where(
      and(
        eq(wechatIdentities.appid, appid),
        inArray(wechatIdentities.openid, present(batch.map(({ openid }) => openid))),
      ),
    )
  const usernames = await tx
    .select({ value: users.usernameFolded })
    .from(users)
    .where(
      inArray(
        users.usernameFolded,
        of(({ usernameFolded }) => usernameFolded),
      ),
    )
  const emails = await tx
    .select({ value: users.email })
    .from(users)
    .where(
      and(
        eq(users.emailVerified, true),
        inArray(
          users.email,
          of(({ email }) => email),
        ),
      ),
    )
  const phones = await tx
    .select({ value: users.phoneIndex })
    .from(users)
    .where(
      and(
        eq(users.phoneVerified, true),
        inArray(
          users.phoneIndex,
          of((user) => user.phoneIndex),
        ),
      ),
    )
  const unionids = await tx
    .select({ value: users.wechatUnionid })
    .from(users)
    .where(
      inArray(
        users.wechatUnionid,
        of(({ wechatUnionid }) => wechatUnionid),
      ),
    )
  for (const { openid } of openids) taken.openids.add(openid)
  for (const value of present(usernames.map((row) => row.value))) taken.usernames.add(value)
  for (const value of present(emails.map((row) => row.value))) taken.emails.add(value)
  for (const value of present(phones.map((row) => row.value))) taken.phones.add(value)
  for (const value of present(unionids.map((row) => row.value))) taken.unionids.add(value)
}

/** Adds what `batch` has taken to `taken`. */
export const addTaken = (taken: Taken, batch: Taken): void => {
  for (const value of batch.ids) taken.ids.add(value)
  for (const kind of ['openids', 'unionids', 'usernames', 'emails', 'phones'] as const) {
    for (const value of batch[kind]) taken[kind].add(value)
  }
}

/**
 * The account with the identifiers that are free, which are in `batch` from now on; null when its id or its openid
 * is another's. `report` is called with what it loses.
 */
export const takeIdentifiers = (
  account: ImportedAccount,
  earlier: Taken,
  batch: Taken,
  report: (problem: Problem) => void,
): ImportedAccount | null => {
  const { line, user, openid } = account
  const lost = (field: string) =>
    report({ line, id: user.id, field, reason: 'belongs to another account' })
  const isFree = (kind: Exclude<keyof Taken, 'ids'>, value: string | null | undefined): boolean =>
    value === null || value === undefined || !(earlier[kind].has(value) || batch[kind].has(value))

  const isIdFree = !earlier.ids.has(user.id) && !batch.ids.has(user.id)
  if (!isIdFree || !isFree('openids', openid)) {
    lost(isIdFree ? 'openid' : 'id')
    return null
  }
  const kept = { ...user }
  if (!isFree('usernames', user.usernameFolded)) {
    lost('username')
    Object.assign(kept, { username: null, usernameFolded: null })
  }
  if (!isFree('emails', user.email)) {
    lost('email')
    Object.assign(kept, { email: null, emailVerified: false })
  }
  if (!isFree('phones', user.phoneIndex)) {
    lost('phone')
    Object.assign(kept, { phoneSealed: null, phoneIndex: null, phoneVerified: false })
  }
  if (!isFree('unionids', user.wechatUnionid)) {
    lost('unionid')
    kept.wechatUnionid = null
  }
  batch.ids.add(user.id)
  if (openid !== null) batch.openids.add(openid)
  if (kept.usernameFolded) batch.usernames.add(kept.usernameFolded)
  if (kept.email && kept.emailVerified) batch.emails.add(kept.email)
  if (kept.phoneIndex && kept.phoneVerified) batch.phones.add(kept.phoneIndex)
  if (kept.wechatUnionid) batch.unionids.add(kept.wechatUnionid)
  return { ...account, user: kept }
}

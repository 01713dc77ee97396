import { and, asc, eq, gt, isNotNull, sql } from 'drizzle-orm'
import { isIdentity } from '../accounts/wechat/identity'
import { sessionKeyPurpose } from '../accounts/wechat/session-key'
import type { Context } from '../context'
import { users, wechatIdentities } from '../db/schema'
import { openPhone, phoneIndex, sealPhone } from '../security/phone'

const BATCH = 500

type Resealing = Pick<Context, 'db' | 'vault'>
type SealedPhone = ReturnType<typeof sealPhone>

/** Where numbers are kept: the present one of an account, and the one typed in its place. */
const PHONES = [
  { box: users.phoneSealed, index: users.phoneIndex, columns: (sealed: SealedPhone) => sealed },
  {
    box: users.nextPhoneSealed,
    index: users.nextPhoneIndex,
    columns: ({ phoneSealed, phoneIndex: index }: SealedPhone) => ({
      nextPhoneSealed: phoneSealed,
      nextPhoneIndex: index,
    }),
  },
] as const

/** Seals every phone again that an older key sealed, or whose index another INDEX_KEY made. */
const resealPhones = async (
  { db, vault }: Resealing,
  { box: boxes, index: indexes, columns }: (typeof PHONES)[number],
): Promise<number> => {
  let resealed = 0
  for (let last = 0; ;) {
    const rows = await db
      .select({ id: users.id, box: boxes, index: indexes })
      .from(users)
      .where(and(isNotNull(boxes), gt(users.id, last)))
      .orderBy(asc(users.id))
      .limit(BATCH)
    for (const { id, box, index } of rows) {
      last = id
      if (box === null) continue
      const phone = openPhone(vault, box)
      if (!vault.isStale(box) && index === phoneIndex(vault, phone)) continue
      // Only if no one changed the number meanwhile: the server may be running.
      const changed = await db
        .update(users)
        .set(columns(sealPhone(vault, phone)))
        .where(and(eq(users.id, id), eq(boxes, box)))
        .returning({ id: users.id })
      resealed += changed.length
    }
    if (rows.length < BATCH) return resealed
  }
}

const resealSessionKeys = async ({ db, vault }: Resealing): Promise<number> => {
  let resealed = 0
  for (let last = { appid: '', openid: '' }; ;) {
    const rows = await db
      .select({
        appid: wechatIdentities.appid,
        openid: wechatIdentities.openid,
        box: wechatIdentities.sessionKeySealed,
        previous: wechatIdentities.previousSessionKeySealed,
      })
      .from(wechatIdentities)
      .where(sql`(appid, openid) > (${last.appid}, ${last.openid})`)
      .orderBy(asc(wechatIdentities.appid), asc(wechatIdentities.openid))
      .limit(BATCH)
    for (const { appid, openid, box, previous } of rows) {
      last = { appid, openid }
      const purpose = sessionKeyPurpose(appid, openid)
      const sealAgain = (old: string | null) => old && vault.seal(vault.open(old, purpose), purpose)
      if (![box, previous].some((old) => old !== null && vault.isStale(old))) continue
      const changed = await db
        .update(wechatIdentities)
        .set({
          sessionKeySealed: sealAgain(box),
          previousSessionKeySealed: sealAgain(previous),
        })
        // Only if no one signed in meanwhile, which moves both.
        .where(
          and(
            isIdentity(appid, openid),
            sql`session_key_sealed is not distinct from ${box}`,
            sql`previous_session_key_sealed is not distinct from ${previous}`,
          ),
        )
        .returning({ openid: wechatIdentities.openid })
      resealed += changed.length
    }
    if (rows.length < BATCH) return resealed
  }
}

/**
 * Seals everything again with the first of DATA_KEYS, in batches, beside a running server. Afterwards the
 * older keys may go. Returns how many values were sealed anew; run twice, the second returns 0. Rejects with
 * `SealingKeyMissing` at a value whose key is not there.
 */
export const resealAll = async (
  context: Resealing,
): Promise<{ phones: number; sessionKeys: number }> => {
  let phones = 0
  for (const place of PHONES) phones += await resealPhones(context, place)
  return { phones, sessionKeys: await resealSessionKeys(context) }
}

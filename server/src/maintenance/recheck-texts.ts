import { and, eq, lte, sql } from 'drizzle-orm'
import type { Context } from '../context'
import { users } from '../db/schema'
import { pendingTextChecks } from '../db/schema-wechat'
import { ApiError } from '../errors'
import { audit } from '../security/audit'

type Checking = Pick<Context, 'db' | 'clock' | 'wechat' | 'settings'>

interface Pending {
  readonly userId: number
  readonly openid: string
  readonly nickname: string
  readonly askedAt: Date
}

const MINUTE_MS = 60_000
const EVERY_MS = 10 * MINUTE_MS
// WeChat checks texts of people it saw within two hours (docs/wechat.md 10.3).
const SEEN_MS = 2 * 60 * MINUTE_MS
const AT_ONCE = 50
const LOOKED_AT_ONCE = 2_000
// An account that has not been in WeChat for so long has no check that could still be made.
const KEPT_MS = 180 * 24 * 60 * MINUTE_MS

/**
 * Takes pending checks of people WeChat has seen lately, so that no other process takes them now. It looks at those
 * that were not looked at for the longest. Most are of people who are away, or have no WeChat at all: these wait until
 * the others have been looked at, so that no run reads them all.
 */
const take = async ({ db, clock, settings }: Checking): Promise<readonly Pending[]> => {
  const before = (ms: number) => sql`${new Date(clock.now() - ms).toISOString()}::timestamptz`
  const { rows } = await db.execute<{
    id: string
    openid: string
    nickname: string
    asked: number
  }>(sql`
    with candidate as (
      select user_id, tried_at from pending_text_checks
      order by looked_at nulls first limit ${LOOKED_AT_ONCE} for update skip locked
    ), seen as (
      select user_id, openid, row_number() over () <= ${AT_ONCE} as is_taken from candidate
      cross join lateral (
        select openid from wechat_identities
        where user_id = candidate.user_id and appid = ${settings.wechat.appid} and last_login_at > ${before(SEEN_MS)}
        limit 1) as identity
      where tried_at is null or tried_at <= ${before(EVERY_MS)}
    ), marked as (
      update pending_text_checks set looked_at = ${before(0)},
        tried_at = case when user_id = any(array(select user_id from seen)) then ${before(0)} else tried_at end
      where user_id = any(array(select user_id from candidate except select user_id from seen where not is_taken))
      returning user_id, asked_at
    )
    select user_id::text as id, openid, nickname, (extract(epoch from asked_at) * 1000)::float8 as asked
    from seen join marked using (user_id)
    cross join lateral (select nickname from users where id = user_id limit 1) as users`)
  return rows.map(({ id, openid, nickname, asked }) => ({
    userId: Number(id),
    openid,
    nickname,
    askedAt: new Date(Math.round(asked)),
  }))
}

const settle = async (
  { db, clock }: Checking,
  { userId, nickname, askedAt }: Pending,
  isRisky: boolean,
): Promise<void> =>
  db.transaction(async (tx) => {
    const nowMs = clock.now()
    if (isRisky) {
      const cleared = await tx
        .update(users)
        .set({ nickname: '', updatedAt: new Date(nowMs) })
        .where(and(eq(users.id, userId), eq(users.nickname, nickname)))
        .returning({ id: users.id })
      if (cleared.length > 0) {
        await audit(tx, { kind: 'cleared_nickname', userId, ipAddress: '', nowMs })
      }
    }
    // Not what was asked again meanwhile: that may be about another nickname.
    await tx
      .delete(pendingTextChecks)
      .where(and(eq(pendingTextChecks.userId, userId), lte(pendingTextChecks.askedAt, askedAt)))
  })

/** Whether the next ones may be tried, too. */
const recheck = async (context: Checking, pending: Pending): Promise<boolean> => {
  try {
    const risky =
      pending.nickname !== '' &&
      (await context.wechat.isRiskyText(pending.nickname, pending.openid))
    await settle(context, pending, risky === true)
    return true
  } catch (error) {
    // 400 is about this person (61010) and comes again with the next sweep; the rest is about WeChat.
    if (error instanceof ApiError) return error.status === 400
    throw error
  }
}

/**
 * Makes the checks that `checkText` could not make, of people who were in WeChat lately: a nickname that is risky
 * is cleared, with an event in the audit trail. Fifty at most, of two thousand that are looked at; the rest, and
 * what fails again, waits for the next time. Rejects when WeChat refuses the call itself.
 */
export const recheckTexts = async (context: Checking): Promise<void> => {
  const oldest = new Date(context.clock.now() - KEPT_MS)
  await context.db.delete(pendingTextChecks).where(lte(pendingTextChecks.askedAt, oldest))
  for (const pending of await take(context)) if (!(await recheck(context, pending))) return
}

/** Rechecks every ten minutes, in the background, until the function it returns is called. */
export const recheckRegularly = (context: Checking & Pick<Context, 'background'>): (() => void) => {
  const run = () => context.background.run(() => recheckTexts(context))
  const timer = setInterval(run, EVERY_MS).unref()
  return () => clearInterval(timer)
}

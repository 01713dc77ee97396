import { eq, sql } from 'drizzle-orm'
import { recheckTexts } from '../../src/maintenance/recheck-texts'
import { pendingTextChecks } from '../../src/db/schema-wechat'
import { serverForFile } from '../kit/server-for-file'

const MINUTE = 60_000

const { server, hand } = serverForFile()

/** Notes checks of so many people who are away, each looked at an hour ago. */
const checksOfOthers = (howMany: number) => {
  const looked = new Date(server.clock.now() - 60 * MINUTE).toISOString()
  return server.context.db.execute(sql`
    with others as (
      insert into users (created_at, updated_at)
      select ${looked}::timestamptz, ${looked}::timestamptz from generate_series(1, ${howMany}::int) returning id)
    insert into pending_text_checks (user_id, asked_at, looked_at)
    select id, ${looked}::timestamptz, ${looked}::timestamptz from others`)
}

describe('a text that could not be checked', () => {
  it('a text that could not be checked is reached in the next run behind two thousand of people who are away', async () => {
    const { user } = await hand.signIn('ann')
    const { db } = server.context
    const userId = Number(user.id)
    await checksOfOthers(2_000)
    const lately = new Date(server.clock.now() - 30 * MINUTE)
    await db.insert(pendingTextChecks).values({ userId, askedAt: lately, lookedAt: lately })
    const isPending = async () =>
      (await db.$count(pendingTextChecks, eq(pendingTextChecks.userId, userId))) > 0

    await recheckTexts(server.context)
    expect(await isPending()).toBe(true)
    server.clock.advance(MINUTE)
    await recheckTexts(server.context)
    expect(await isPending()).toBe(false)
    expect(await db.$count(pendingTextChecks)).toBe(2_000)
  })
})

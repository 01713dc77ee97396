import { sql } from 'drizzle-orm'
import type { Database } from '../src/db/database'

// Each batch is one statement, and the pool ends a statement after five seconds.
const BATCH = 5_000

/**
 * Fills the database to `count` users, each with a WeChat identity and a session, as years of use would:
 * the indexes get their real depth. Made by the database itself, in batches.
 */
export const seedUsers = async (db: Database, count: number): Promise<void> => {
  const { rows } = await db.execute<{ have: number }>(sql`select count(*)::int as have from users`)
  for (let have = rows[0]?.have ?? 0; have < count; have += BATCH) {
    const more = Math.min(BATCH, count - have)
    await db.execute(sql`
      with made as (
        insert into users (created_at, updated_at, nickname)
        select now(), now(), 'seeded ' || i from generate_series(1, ${more}::int) i
        returning id
      ), linked as (
        insert into wechat_identities (appid, openid, user_id, created_at)
        select 'touristappid', 'o' || md5('openid' || id), id, now() from made
      )
      insert into sessions (id, token_hash, user_id, login_method, created_at, expires_at, ip_address, user_agent)
      select gen_random_uuid(), md5('token' || id), id, 'wechat', now(), now() + interval '30 days', '127.0.0.1', 'seed'
      from made`)
  }
  await db.execute(sql`analyze`)
}

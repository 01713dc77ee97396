import { queryOnce } from '../../server/test/kit/postgres'

const BATCH = 250_000
const TABLES = ['users', 'wechat_identities', 'sessions', 'audit_events']

interface IndexOf {
  readonly name: string
  readonly definition: string
}

/** The indexes that belong to no constraint: rows go in without them, and each is built once, as a restore does it. */
const looseIndexes = (url: string): Promise<IndexOf[]> =>
  queryOnce<IndexOf>(
    url,
    `select indexrelid::regclass::text as name, pg_get_indexdef(indexrelid) as definition from pg_index
      where indrelid::regclass::text = any($1)
        and not exists (select from pg_constraint where conindid = indexrelid)`,
    [TABLES],
  )

// Nicknames, phones, usernames and unionids as a product of some years has them; a session each; two events each.
const ACCOUNTS = `
  with made as (
    insert into users (id, public_id, created_at, updated_at, nickname, username, username_folded, phone_index, phone_verified, wechat_unionid)
    select i, 100000000000 + i * 89999, at, at, '微信用户' || i % 70000,
      case when i % 10 < 3 then 'name' || i end, case when i % 10 < 3 then 'name' || i end,
      case when i % 10 < 4 then md5('phone' || i) end, i % 10 < 4, case when i % 10 < 8 then 'u' || md5('union' || i) end
    from generate_series($1::bigint, $2::bigint) i,
      lateral (select now() - interval '900 days' + i * interval '7 seconds' as at) as moment
    returning id, created_at, wechat_unionid
  ), linked as (
    insert into wechat_identities (appid, openid, user_id, unionid, created_at)
    select 'touristappid', 'o' || md5('openid' || id), id, wechat_unionid, created_at from made
  ), recorded as (
    insert into audit_events (at, user_id, kind, ip_address)
    select now() - interval '90 days' + id % 7000000 * interval '1 second' + n * interval '1 hour', id, 'signed_in', '127.0.0.1'
    from made, generate_series(1, 2) n
  )
  insert into sessions (id, token_hash, user_id, login_method, created_at, expires_at, ip_address, user_agent)
  select gen_random_uuid(), md5('token' || id) || md5('hash' || id), id, 'wechat', now(),
    now() + interval '1 day' + id % 2500000 * interval '1 second', '127.0.0.1', 'seed' from made`

/**
 * Fills the migrated, empty database at `url` with `count` accounts whose ids begin with 1, over a connection of a
 * superuser. Their sessions belong to no known token: people.ts opens some that do.
 */
export const seedAccounts = async (url: string, count: number): Promise<void> => {
  const indexes = await looseIndexes(url)
  for (const { name } of indexes) await queryOnce(url, `drop index ${name}`)
  // The rows of a batch fit each other: no foreign key has to be looked up for them.
  const trusting = Object.assign(new URL(url), {
    search: '?options=-c%20session_replication_role%3Dreplica%20-c%20synchronous_commit%3Doff',
  }).href
  for (let from = 1; from <= count; from += BATCH) {
    await queryOnce(trusting, ACCOUNTS, [from, Math.min(count, from + BATCH - 1)])
  }
  for (const { definition } of indexes) {
    await queryOnce(
      `${url}?options=-c%20maintenance_work_mem%3D1GB%20-c%20max_parallel_maintenance_workers%3D0`,
      definition,
    )
  }
  await queryOnce(url, 'vacuum analyze')
}

import { hashToken } from '../../server/src/sessions/token'
import { queryOnce } from '../../server/test/kit/postgres'

/** An account among the seeded ones, with the token of its only session. */
export interface Member {
  readonly id: number
  readonly token: string
}

/**
 * Turns accounts from all over the database at `url` into those of the people with these openids, so that their
 * sign-ins touch pages anywhere in the indexes, each with one session, and returns them in the order of the openids.
 */
export const scatterPeople = async (
  url: string,
  accounts: number,
  openids: readonly string[],
): Promise<Member[]> => {
  const step = accounts / openids.length
  const ids = openids.map((_, place) => 1 + Math.floor(place * step))
  await queryOnce(
    url,
    `update wechat_identities set openid = made.openid from unnest($1::bigint[], $2::text[]) as made (id, openid)
      where user_id = made.id`,
    [ids, openids],
  )
  const members = ids.map((id) => ({ id, token: `token${id}` }))
  await queryOnce(url, 'delete from sessions where user_id = any($1::bigint[])', [ids])
  await queryOnce(
    url,
    `insert into sessions (id, token_hash, user_id, login_method, created_at, expires_at, ip_address, user_agent)
      select gen_random_uuid(), hash, id, 'wechat', now(), now() + interval '30 days', '127.0.0.1', 'scale'
      from unnest($1::bigint[], $2::text[]) as made (id, hash)`,
    [ids, members.map(({ token }) => hashToken(token))],
  )
  return members
}

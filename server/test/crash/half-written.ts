/** Queries that count what no transaction may leave behind; every one must return 0. */
export const HALF_WRITTEN: readonly string[] = [
  `select count(*) from users u
    where username is null and email is null and phone_index is null and not is_anonymous
      and not exists (select from wechat_identities w where w.user_id = u.id)`,
  `select count(*) from wechat_identities w where not exists (select from users u where u.id = w.user_id)`,
  `select count(*) from sessions s where not exists (select from users u where u.id = s.user_id)`,
]

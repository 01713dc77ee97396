-- How often a person signed in with WeChat, and when last: the sign-in statement writes this row anyway.

alter table wechat_identities
  add column login_times integer not null default 0,
  add column last_login_at timestamptz;

-- How often a person signed in within the window that runs: counted in the row the sign-in statement writes anyway.

alter table wechat_identities
  add column login_hits integer not null default 0,
  add column login_window_ends timestamptz;

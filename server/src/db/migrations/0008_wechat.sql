-- WeChat's access_token: one for each AppID, shared by all processes. `holder` is the process that renews it, until
-- `held_until` at most; `forced` counts the refreshes it was forced to until `forced_day_ends`.

create table wechat_tokens (
  appid text primary key,
  token_sealed text,
  expires_at timestamptz,
  holder uuid,
  held_until timestamptz,
  forced integer not null default 0,
  forced_at timestamptz,
  forced_day_ends timestamptz
);

-- Accounts with a text that WeChat could not be asked about when it was typed. The text is not kept: what is checked
-- later is what the account holds by then.

create table pending_text_checks (
  user_id bigint primary key references users (id) on delete cascade,
  asked_at timestamptz not null,
  tried_at timestamptz
);

create index pending_text_checks_tried_at on pending_text_checks (tried_at nulls first);
create index pending_text_checks_asked_at on pending_text_checks (asked_at);

-- One way to write an identifier. Usernames are folded in code, so that no locale of a database decides which are equal.
-- What SQL cannot do to existing rows (open sealed phones, fold, punycode) follows in maintenance/rewrite-identifiers.ts.

alter table users add column username_folded text;

drop index users_username_key;
create unique index users_username_key on users (username_folded);

-- Usernames that are not folded: those of rows still to be rewritten, and those whose folded form was another account's.
create index users_username_unfolded on users (username) where username is not null and username_folded is null;

-- Work on rows that runs in code, in batches: how far it came.
create table data_steps (
  name text primary key,
  last_id bigint not null default 0,
  done_at timestamptz
);

insert into data_steps (name) values ('identifiers');

-- Identifiers that kept the form they had: their one form is another account's, or they have none.
create table kept_identifiers (
  user_id bigint not null references users (id) on delete cascade,
  kind text not null,
  reason text not null,
  primary key (user_id, kind)
);

-- Only a verified e-mail or phone is unique: a claim is in nobody's way (docs/decisions/0011-who-owns-an-account.md).

drop index users_email_key;
drop index users_phone_key;
create unique index users_email_key on users (email) where email_verified;
create unique index users_phone_key on users (phone_index) where phone_verified;
create index users_email_claims on users (email) where not email_verified;
create index users_phone_claims on users (phone_index) where not phone_verified;

-- Codes mailed to an account's address, typed where its owner is signed in. They replace the links that verified one.
create table email_codes (
  user_id bigint not null references users (id) on delete cascade,
  purpose text not null,
  email text not null,
  code_hash text not null,
  attempts_left integer not null,
  expires_at timestamptz not null,
  primary key (user_id, purpose)
);

create index email_codes_expires_at on email_codes (expires_at);

delete from email_links where purpose = 'verify';
alter table email_links drop column purpose;

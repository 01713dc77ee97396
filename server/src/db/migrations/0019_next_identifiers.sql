-- What a person typed in the place of a verified address or number, which stays until this is verified
-- (docs/decisions/0018-verified-until-replaced.md).
alter table users add column next_email text;
alter table users add column next_phone_sealed text;
alter table users add column next_phone_index text;

create index users_next_email on users (next_email) where next_email is not null;
create index users_next_phone on users (next_phone_index) where next_phone_index is not null;

-- What grows stays quick to read and to sweep: an index for every order, filter and sweep that is allowed.

create index users_created_at on users (created_at, id);
-- By hash, because a nickname may be longer than an entry of a B-tree.
create index users_nickname on users using hash (nickname);
-- The characters of a nickname: whatever part of it a search names, the characters of that part are among them. Without
-- fastupdate, whose list of pending entries is merged in one go, while everybody waits.
create index users_nickname_characters on users using gin (string_to_array(lower(nickname), null)) with (fastupdate = off);
create index users_anonymous on users (created_at, id) where is_anonymous;

create index sessions_user_id_created_at on sessions (user_id, created_at);
drop index sessions_user_id;

create index audit_events_at on audit_events (at);
create index audit_events_user_id_at_id on audit_events (user_id, at, id);
drop index audit_events_user_id;

create index image_checks_created_at on image_checks (created_at);
create index image_checks_user_id_created_at on image_checks (user_id, created_at, id);
drop index image_checks_user_id;

create index files_user_id_created_at on files (user_id, created_at, id);
drop index files_user_id;

-- The bytes of a file apart from its row, which holds the key they are encrypted under (null: they are not, yet). The
-- small table of rows can be rewritten in no time; bytes whose key is gone may stay on the disk until they are overwritten.
alter table files add column key bytea;

create table file_bytes (
  file_id uuid primary key references files (id) on delete cascade,
  bytes bytea not null
);

-- What is encrypted does not compress.
alter table file_bytes alter column bytes set storage external;

-- Tables of an embedded database whose files still hold deleted rows: the next start rewrites them.
create table rewrites_due (
  table_name text primary key
);

insert into rewrites_due (table_name) select 'files' where exists (select from files);

insert into file_bytes (file_id, bytes) select id, bytes from files;

alter table files drop column bytes;

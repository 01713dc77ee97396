-- The worked example module: server/src/modules/notes.
create table notes (
  id uuid primary key,
  user_id bigint not null references users (id) on delete cascade,
  title text not null,
  body text not null,
  -- null: shown to nobody but its owner.
  share_id text,
  version integer not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  -- null: not deleted. A deleted note can be restored until it is swept.
  deleted_at timestamptz
);

create index notes_by_user on notes (user_id, created_at desc, id desc);
create unique index notes_share_id_key on notes (share_id);
create index notes_deleted_at on notes (deleted_at) where deleted_at is not null;

-- Uploaded files, with their bytes, so that every process serves them and they go with their owner.

create table files (
  id uuid primary key,
  user_id bigint not null references users (id) on delete cascade,
  name text not null,
  mime_type text not null,
  size integer not null,
  bytes bytea not null,
  created_at timestamptz not null
);

create index files_user_id on files (user_id);

-- Checks of images that WeChat answers later, by a push, which may come before the answer that names
-- the trace: then the verdict waits here for its owner. A check of a file that nobody keeps has the file's id.
create table image_checks (
  id uuid primary key,
  user_id bigint references users (id) on delete cascade,
  trace_id text not null,
  verdict text not null,
  created_at timestamptz not null
);

create unique index image_checks_trace_id_key on image_checks (trace_id);
create index image_checks_user_id on image_checks (user_id);

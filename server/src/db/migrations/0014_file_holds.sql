-- Files that something of their owner's still shows: they make no room for new uploads. `holder` names what shows them,
-- such as one note.
create table file_holds (
  file_id uuid not null references files (id) on delete cascade,
  holder text not null,
  primary key (file_id, holder)
);

create index file_holds_holder on file_holds (holder);

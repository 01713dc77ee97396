-- Which keys the phones of this database are sealed under and found by, each with a mark that says nothing about it. A
-- server that was started with other keys would find no account by its phone, and make another one.
create table keys_in_use (
  name text primary key,
  mark text not null
);

-- Tokens of sessions that were ended on purpose, until they would have expired: a device that presents one learns that
-- it was signed out, and does not sign in again by itself. No user, no address: only the hash and its time.
create table ended_sessions (
  token_hash text primary key,
  expires_at timestamptz not null
);

create index ended_sessions_expires_at on ended_sessions (expires_at);

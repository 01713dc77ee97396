-- The operator: accounts that are blocked, and who it was that acted on an account besides its owner.

alter table users add column blocked_at timestamptz;
alter table audit_events add column actor text;

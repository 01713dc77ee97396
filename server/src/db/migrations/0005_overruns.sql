-- How many windows of a limit were overrun lately: who does it again waits longer.

alter table rate_limits
  add column overruns integer not null default 0;

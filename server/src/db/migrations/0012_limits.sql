-- A limit is a bucket that refills: one moment per key says all there is to say. Counts of the old kind lapse.

delete from rate_limits;

alter table rate_limits
  drop column hits,
  drop column overruns;

-- Devices that have signed in to an account. mark is a keyed hash of the account with the device's ID or address.
create table known_devices (
  user_id bigint not null references users (id) on delete cascade,
  mark text not null,
  seen_at timestamptz not null,
  primary key (user_id, mark)
);

create index known_devices_seen_at on known_devices (seen_at);

-- Several codes of one number may be valid at once, and each keeps tries for the sender that asked for it.
delete from sms_codes;

alter table sms_codes
  drop constraint sms_codes_pkey,
  add column sender text not null,
  add column stranger_attempts_left integer not null,
  add primary key (phone_index, code_hash);

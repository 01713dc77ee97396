-- The number a person is shown and may pass on, such as to the support: twelve digits that say nothing about when the
-- account was made, as ids do. Taken at random, and again when another account has it.
alter table users add column public_id bigint;

create function new_public_id() returns bigint language plpgsql volatile as $$
declare
  candidate bigint;
begin
  loop
    candidate := 100000000000
      + ('x' || substr(md5(gen_random_uuid()::text), 1, 12))::bit(48)::bigint % 900000000000;
    exit when not exists (select from users where public_id = candidate);
  end loop;
  return candidate;
end
$$;

-- Accounts that are there already: those of one statement do not see each other's numbers, so look for equal ones after.
update users set public_id = new_public_id();

do $$
begin
  loop
    update users set public_id = new_public_id() where id in (
      select id from (select id, row_number() over (partition by public_id order by id) as nth from users) as numbered
      where nth > 1);
    exit when not found;
  end loop;
end
$$;

alter table users alter column public_id set default new_public_id(), alter column public_id set not null;
create unique index users_public_id_key on users (public_id);

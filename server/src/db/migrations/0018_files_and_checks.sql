-- A hold that yields, of what was deleted and can be restored, keeps its file until the room of the account is needed.
alter table file_holds add column yields boolean not null default false;

-- Whether the number came from WeChat: WeChat's revocation takes back that, and not what a text message has proven. Of
-- numbers of before that is not known: with a WeChat linked, it is taken for WeChat's.
alter table users add column phone_from_wechat boolean not null default false;

update users set phone_from_wechat = true
  where phone_verified and exists (select from wechat_identities where user_id = users.id);

-- When it was last looked whether the person is in WeChat: a run looks at so many, those first that waited the longest.
alter table pending_text_checks add column looked_at timestamptz;

drop index pending_text_checks_tried_at;
create index pending_text_checks_looked_at on pending_text_checks (looked_at nulls first);

-- The session_key before the present one: what WeChat encrypted before a later wx.login still opens. The mark is a keyed
-- hash of the present key, by which a sign-in knows that WeChat returned the same one.
alter table wechat_identities
  add column session_key_mark text,
  add column previous_session_key_sealed text;

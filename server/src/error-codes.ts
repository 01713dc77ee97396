/**
 * Every `error_code` that this server answers with, the HTTP status it comes with, and what it means. The list is
 * closed: `ApiError` takes no other, `/openapi.json` names them all, and docs/error-codes.md explains them to those
 * who write a client. The codes of a module stand in the module.
 */
export const ERROR_CODES = {
  // The request itself.
  request_malformed: [400, 'The request is not in the form that the endpoint takes.'],
  client_id_unknown: [400, 'X-Hydrogen-Client-ID is missing or of another app.'],
  endpoint_unknown: [404, 'There is no such endpoint, or this server has it switched off.'],
  provider_unknown: [405, 'This server has no such sign-in method.'],
  request_too_slow: [408, 'The request did not arrive in time.'],
  body_too_large: [413, 'The body or the file is too large.'],
  content_type_unsupported: [
    415,
    'The endpoint does not take this content type (406 from the parser of forms).',
  ],
  headers_too_large: [431, 'The headers are too large.'],
  too_many_requests: [429, 'Tried too often: `retry_after` holds the seconds to wait.'],

  // The session.
  session_missing: [401, 'The request carries no session token.'],
  session_expired: [401, 'The session is over or not known here: a new sign-in replaces it.'],
  session_ended: [
    401,
    'The session was ended on purpose: the device stays signed out until the person signs in.',
  ],
  account_blocked: [403, 'An operator has blocked the account.'],
  anonymous_not_allowed: [403, 'An anonymous user may not do this: register first.'],
  reauthentication_required: [
    403,
    'The act takes a re-authentication: `methods` lists those the account has.',
  ],
  reauthentication_failed: [
    403,
    'The credentials of the re-authentication are not of this account.',
  ],

  // Signing in.
  wrong_credentials: [400, 'No account has this name with this password.'],
  passwords_busy: [503, 'Too many passwords are being checked at the moment.'],
  no_linked_account: [
    404,
    'No account is linked to this WeChat user: `link_ticket` links one without a new code.',
  ],
  phone_unknown: [404, 'No account has verified this phone number.'],
  already_registered: [400, 'The anonymous user has been registered meanwhile.'],
  sms_code_wrong: [400, 'The code of the text message is wrong or expired.'],
  email_code_wrong: [400, 'The code of the e-mail is wrong or expired.'],
  link_ticket_spent: [400, 'The link ticket is used, expired or not of this server.'],
  link_dead: [404, 'The mailed link is used, replaced, expired or not of this server.'],
  human_check_required: [
    403,
    'A captcha has to be solved first: send its result as `human_token`.',
  ],
  human_check_failed: [403, 'The captcha was not passed.'],
  human_check_unavailable: [503, 'The captcha could not be checked at the moment.'],

  // WeChat.
  wechat_code_invalid: [400, 'WeChat does not accept the code: it is too old or of another app.'],
  wechat_code_used: [400, 'The code was used before.'],
  wechat_code_of_another: [400, 'The code is of another WeChat user than the one signed in.'],
  wechat_session_missing: [400, 'The server has no session_key of this WeChat user yet.'],
  decrypt_failed: [400, 'The encrypted data is not of the session_key that the server has.'],
  wechat_user_not_seen: [400, 'WeChat has not seen this user lately.'],
  wechat_user_blocked: [403, 'WeChat rates this user as a high risk.'],
  profile_update_disabled: [
    403,
    'Clients may not send a WeChat profile to this server: SDK_USER_INFO_UPDATE is off.',
  ],
  wechat_not_linked: [400, 'No WeChat user is linked to the account.'],
  wechat_of_another: [400, 'The WeChat user is linked to another account.'],
  other_wechat_linked: [400, 'Another WeChat user is linked to the account.'],
  unionid_missing: [
    400,
    'WeChat returned no unionid: the app is not bound to an Open Platform account.',
  ],
  unionid_conflict: [400, 'The openid and the unionid of this WeChat user lead to two accounts.'],
  wechat_answer_unknown: [502, 'WeChat answered in a form that the server does not know.'],
  wechat_unavailable: [503, 'WeChat does not answer, or lets no more calls through.'],

  // The account.
  username_malformed: [400, 'The username is not in the form of one.'],
  email_malformed: [400, 'The e-mail address is not in the form of one.'],
  phone_malformed: [400, 'The phone number is not in the form of one.'],
  name_taken: [400, 'The username, e-mail address or phone number belongs to another account.'],
  email_of_another: [400, 'Another account has verified the e-mail address.'],
  phone_of_another: [400, 'Another account has verified the phone number.'],
  phone_bound: [400, 'The account has another phone number: `overwrite` replaces it.'],
  phone_missing: [400, 'The account has no phone number.'],
  phone_not_verified: [400, 'The account has no verified phone number.'],
  email_missing: [400, 'The account has no e-mail address.'],
  email_not_verified: [400, 'The account has no verified e-mail address.'],
  email_changed: [400, 'The e-mail address of the account was changed meanwhile.'],
  password_wrong: [400, 'The present password is wrong.'],
  password_too_short: [400, 'The password is too short.'],
  password_too_long: [400, 'The password is too long.'],
  password_too_common: [400, 'The password is too easy to guess.'],
  password_has_your_name: [400, 'The password is made of a name of the person or of the app.'],
  last_sign_in_method: [400, 'It is the only sign-in method of the account.'],
  nickname_unseen: [400, 'Nothing of the nickname can be seen, or it has control characters.'],
  nickname_too_long: [400, 'The nickname has more than 30 characters as people count them.'],
  field_invalid: [400, 'A field of the user may not be set, or not to this value.'],
  sms_country_not_served: [400, 'No text messages are sent to numbers of this country.'],
  sms_not_sent: [503, 'The text message could not be sent.'],
  mail_not_sent: [503, 'The e-mail could not be sent.'],

  // What was asked for.
  user_not_found: [404, 'No user has this id.'],
  session_not_found: [404, 'The account has no session of this id.'],
  file_not_found: [404, 'There is no such file.'],
  check_not_found: [404, 'The caller has begun no check of this id.'],
  query_invalid: [400, 'The condition or the order of a search is not one that the server knows.'],
  search_too_wide: [400, 'The search reads too many users: narrow it by a range of ids.'],

  // Files and functions.
  upload_expired: [403, 'The upload policy is expired or not of this server.'],
  upload_used: [403, 'The upload policy has been used.'],
  upload_too_slow: [408, 'The file arrived too slowly.'],
  storage_full: [413, 'The account keeps as many bytes of files as it may.'],
  uploads_at_once: [429, 'Other files of the person are still arriving.'],
  uploads_busy: [503, 'Too many files arrive at the moment.'],
  downloads_busy: [503, 'Too many files are being sent at the moment.'],
  picture_type_unsupported: [415, 'The file is not a JPEG, PNG or WebP.'],
  picture_damaged: [400, 'The picture is damaged or too large to decode.'],
  function_not_found: [404, 'There is no cloud function of this name.'],
  function_failed: [400, 'The cloud function returned no answer.'],
  function_call_refused: [400, 'The server offers no such call to a cloud function.'],
  functions_busy: [400, 'Too many cloud functions run at the moment.'],
  functions_not_isolated: [
    503,
    'The machine cannot isolate cloud functions, so that none are run.',
  ],

  // The server.
  push_refused: [403, 'The push is not of WeChat for this app, or too old.'],
  metrics_token_wrong: [401, 'The token for the figures is missing or wrong.'],
  not_ready: [503, 'The server is not ready.'],
  database_unavailable: [503, 'The database does not answer.'],
  deadline_exceeded: [503, 'The answer took too long.'],
  internal_error: [500, 'A fault of the server, which is in its log.'],
} as const satisfies Record<string, readonly [status: number, meaning: string]>

/** A member of the list. */
export type ErrorCode = keyof typeof ERROR_CODES

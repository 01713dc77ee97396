import { ERROR_CODES, type ErrorCode } from '../../server/src/error-codes'
import { failureOf } from '../../src/auth/failure'
import { BaasError } from '../../src/baas/errors'
import { isRefusal, refusalTexts } from '../../src/i18n/refusals'

/** Codes without a sentence of their own: a screen has its own place for them, or their kind of failure says it all. */
const SAID_OTHERWISE: readonly ErrorCode[] = [
  // Of the kind of failure: blocked, unlinked, expired, unsupported, union conflict.
  ...(['account_blocked', 'no_linked_account', 'phone_unknown', 'unionid_conflict'] as const),
  ...(['wechat_code_invalid', 'wechat_code_used', 'endpoint_unknown'] as const),
  'profile_update_disabled',
  // The phone page asks whether to replace the number, or leads to the link flow.
  ...(['phone_bound', 'phone_of_another'] as const),
  // The page of the e-mail offers another one; the link flow spends a fresh code by itself.
  ...(['link_dead', 'link_ticket_spent'] as const),
  // The list of devices takes one that has ended for what was wanted.
  'session_not_found',
  // No screen of this app sends what is refused so.
  ...(['request_malformed', 'client_id_unknown', 'query_invalid', 'search_too_wide'] as const),
  ...(['user_not_found', 'file_not_found', 'check_not_found', 'push_refused'] as const),
  ...(['upload_expired', 'upload_used', 'picture_damaged', 'unionid_missing'] as const),
  ...(['function_not_found', 'function_failed', 'function_call_refused'] as const),
  'functions_busy',
  // Screens send the number together with the code.
  'phone_missing',
  // No screen opens an anonymous session, or sends the answer of a check for humans.
  ...(['already_registered', 'human_check_failed'] as const),
]

const isAboutTheRequest = ([status]: readonly [number, string]) =>
  status === 400 || status === 403 || status === 404

describe('the error codes of our server', () => {
  it('the error codes of our server have a sentence in both languages each, where a screen can meet them', () => {
    const silent = Object.entries(ERROR_CODES)
      .filter(([code, row]) => isAboutTheRequest(row) && !isRefusal(code))
      .map(([code]) => code)
    expect(silent.sort()).toEqual([...SAID_OTHERWISE].sort())
  })

  it('the error codes of our server are all that the app has sentences for', () => {
    const sentences = Object.keys(refusalTexts['zh-CN'])
    expect(sentences.filter((code) => !(code in ERROR_CODES))).toEqual([])
  })

  it('the error codes of our server are never unexpected to the app', () => {
    for (const [code, [status]] of Object.entries(ERROR_CODES)) {
      const { kind, errorCode } = failureOf(new BaasError(status, { errorCode: code }))
      expect([code, errorCode]).toEqual([code, code])
      if (isAboutTheRequest(ERROR_CODES[code as ErrorCode]) && isRefusal(code)) {
        expect([code, kind]).not.toEqual([code, 'unexpected'])
      }
    }
  })
})

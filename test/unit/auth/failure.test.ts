import { BaasError } from '../../../src/baas/errors'
import { failureOf } from '../../../src/auth/failure'

describe('a failure, for screens', () => {
  it.each([
    [401, 'needsLogin', false],
    [402, 'quota', false],
    [403, 'denied', false],
    [405, 'unsupported', false],
    [409, 'conflict', false],
    [429, 'rateLimited', true],
    [500, 'server', true],
    [502, 'server', true],
    [503, 'server', true],
    [600, 'offline', true],
    [601, 'timeout', true],
    [603, 'refused', false],
    [498, 'wechat', true],
    [499, 'cancelled', true],
    [604, 'needsLogin', false],
    [605, 'unexpected', false],
    [611, 'unsupported', false],
    [612, 'needsLogin', false],
    [616, 'unsupported', false],
    [400, 'unexpected', false],
    [404, 'notFound', false],
    [418, 'unexpected', false],
  ])('a failure with %i is %s (retry: %s)', (code, kind, retry) => {
    expect(failureOf(new BaasError(code))).toEqual({ kind, retry })
  })

  it('a failure has the meaning that the call sets for a status without one of its own', () => {
    expect(failureOf(new BaasError(404), { 404: 'needsLink' }).kind).toBe('needsLink')
    expect(failureOf(new BaasError(400), { 400: 'conflict' }).kind).toBe('conflict')
  })

  it.each([
    ['The openid and the unionid belong to two accounts (openid o, unionid u).', 'unionConflict'],
    ['duplicate: unionid u, openid o', 'unionConflict'],
    ['WeChat gives no unionid', 'conflict'],
    ['openid already bound', 'conflict'],
  ])('a failure of the text "%s" is %s', (serverMessage, kind) => {
    const error = (code: number) => new BaasError(code, { serverMessage })
    expect(failureOf(error(400), { 400: 'conflict' })).toEqual({ kind, retry: false })
    expect(failureOf(error(500)).kind).toBe('server')
  })

  it.each([
    ['email_of_another', 'conflict'],
    ['last_sign_in_method', 'conflict'],
    ['link_dead', 'denied'],
    ['name_taken', 'conflict'],
    ['other_wechat_linked', 'conflict'],
    ['phone_bound', 'conflict'],
    ['phone_of_another', 'conflict'],
    ['phone_unknown', 'needsLink'],
    ['unionid_conflict', 'unionConflict'],
    ['wechat_code_used', 'expired'],
    ['wechat_of_another', 'conflict'],
  ])('a failure that our server calls %s is %s, whatever its status', (errorCode, kind) => {
    for (const status of [400, 403, 404]) {
      expect(failureOf(new BaasError(status, { errorCode })).kind).toBe(kind)
    }
  })

  it('a failure keeps the name our server has for a refusal, and has none for the hosted service', () => {
    const named = new BaasError(400, { errorCode: 'password_too_common' })
    expect(failureOf(named, { 400: 'conflict' })).toEqual({
      kind: 'denied',
      retry: false,
      errorCode: 'password_too_common',
    })
    const hosted = new BaasError(400)
    expect(failureOf(hosted, { 400: 'conflict' })).toEqual({ kind: 'conflict', retry: false })
  })

  it('a failure is a blocked account by the error code alone, whatever the call takes 403 for', () => {
    const error = new BaasError(403, { errorCode: 'account_blocked' })
    expect(failureOf(error, { 403: 'conflict' }).kind).toBe('accountBlocked')
    expect(failureOf(new BaasError(403, { serverMessage: 'account_blocked' })).kind).toBe('denied')
  })

  it.each([
    [400, 'name_taken', 'conflict'],
    [400, 'phone_of_another', 'conflict'],
    [400, 'wechat_not_linked', 'denied'],
    [404, 'no_linked_account', 'needsLink'],
    [404, 'link_dead', 'denied'],
    [404, 'note_not_found', 'notFound'],
    [404, 'endpoint_unknown', 'unsupported'],
    [400, 'unionid_conflict', 'unionConflict'],
    [400, 'wechat_code_used', 'expired'],
    [401, 'session_ended', 'needsLogin'],
    [503, 'wechat_unavailable', 'wechat'],
    [400, 'of_a_newer_server', 'denied'],
  ])(
    'a failure is decided by the error code whatever the call takes the status for: %i %s',
    (code, name, kind) => {
      const error = new BaasError(code, { errorCode: name, serverMessage: 'openid and unionid' })
      expect(failureOf(error, { 400: 'quota', 404: 'quota' }).kind).toBe(kind)
    },
  )

  it('a failure is undeclared by the errno of WeChat, or its words', () => {
    expect(failureOf(new BaasError(611, { cause: { errno: 112 } })).kind).toBe('undeclared')
    const said = { serverMessage: 'getPhoneNumber:fail scope is not declared' }
    expect(failureOf(new BaasError(611, said)).kind).toBe('undeclared')
  })

  it.each([new Error('bug'), 'text', undefined])('a failure is unexpected for %p', (reason) => {
    expect(failureOf(reason)).toEqual({ kind: 'unexpected', retry: false })
  })
})

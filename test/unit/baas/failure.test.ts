import { BaasError } from '../../../src/baas/errors'
import { failureOf } from '../../../src/baas/failure'

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
    [603, 'denied', false],
    [604, 'needsLogin', false],
    [605, 'unexpected', false],
    [611, 'unsupported', false],
    [612, 'needsLogin', false],
    [616, 'unsupported', false],
    [400, 'unexpected', false],
    [404, 'unexpected', false],
    [418, 'unexpected', false],
  ])('%i is %s (retry: %s)', (code, kind, retry) => {
    expect(failureOf(new BaasError(code))).toEqual({ kind, retry })
  })

  it('lets the call say what a status without a meaning of its own means there', () => {
    expect(failureOf(new BaasError(404), { 404: 'needsLink' }).kind).toBe('needsLink')
    expect(failureOf(new BaasError(400), { 400: 'conflict' }).kind).toBe('conflict')
  })

  it.each([
    ['The openid and the unionid belong to two accounts (openid o, unionid u).', 'unionConflict'],
    ['duplicate: unionid u, openid o', 'unionConflict'],
    ['WeChat gives no unionid', 'conflict'],
    ['openid already bound', 'conflict'],
  ])('of the text "%s" is %s', (serverMessage, kind) => {
    const error = (code: number) => new BaasError(code, { serverMessage })
    expect(failureOf(error(400), { 400: 'conflict' })).toEqual({ kind, retry: false })
    expect(failureOf(error(500)).kind).toBe('server')
  })

  it('keeps the name our server has for a refusal, and has none for the hosted service', () => {
    const named = new BaasError(400, { errorCode: 'password_too_common' })
    const kind = { kind: 'conflict', retry: false }
    expect(failureOf(named, { 400: 'conflict' })).toEqual({
      ...kind,
      errorCode: 'password_too_common',
    })
    expect(failureOf(new BaasError(400), { 400: 'conflict' })).toEqual(kind)
  })

  it('is a blocked account by the error code alone, whatever the call takes 403 for', () => {
    const error = new BaasError(403, { errorCode: 'account_blocked' })
    expect(failureOf(error, { 403: 'conflict' }).kind).toBe('accountBlocked')
    expect(failureOf(new BaasError(403, { serverMessage: 'account_blocked' })).kind).toBe('denied')
  })

  it.each([new Error('bug'), 'text', undefined])('is unexpected for %p', (reason) => {
    expect(failureOf(reason)).toEqual({ kind: 'unexpected', retry: false })
  })
})

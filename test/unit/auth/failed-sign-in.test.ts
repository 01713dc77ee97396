import {
  isTransient,
  stateAfterFailedSignIn,
  stateAfterRefusal,
} from '../../../src/auth/failed-sign-in'
import { failureOf } from '../../../src/auth/failure'
import { BaasError } from '../../../src/baas/errors'
import type { Credentials } from '../../../src/baas/credentials'
import { keepTicket } from '../../../src/baas/ticket'
import { alice } from '../../kit/fake-backend'

const NOW_MS = 5_000
const silent: Credentials = { by: 'wechat', createUser: false, withUnionID: false }
const button: Credentials = { by: 'phoneButton', detail: {}, code: 'c', createUser: false }
const password: Credentials = { by: 'password', account: { username: 'a' }, password: 'p' }
const sms: Credentials = { by: 'sms', phone: '138', code: '1', createUser: false }

const guest = { tag: 'guest', reason: 'signedOut' } as const
const unlinked = { tag: 'unlinked' } as const
const member = { tag: 'member', user: alice, expiresAtMs: 0, epoch: 1 } as const

describe('where a refusal leaves the person', () => {
  it.each([
    [404, { tag: 'unlinked' }],
    [600, { tag: 'guest', reason: 'offline' }],
    [601, { tag: 'guest', reason: 'offline' }],
    [500, { tag: 'guest', reason: 'server' }],
    [429, { tag: 'guest', reason: 'server' }],
    [403, { tag: 'guest', reason: 'refused' }],
    [603, { tag: 'guest', reason: 'refused' }],
  ])('a refusal with %i leaves the person in the state %j', (code, state) => {
    expect(stateAfterRefusal(new BaasError(code), NOW_MS)).toEqual(state)
  })

  it('a 404 with a ticket leaves the person with the ticket, until it ends', () => {
    const body = { link_ticket: 't', link_ticket_expires_in: 9 }
    expect(stateAfterRefusal(keepTicket(new BaasError(404), body), NOW_MS)).toEqual({
      tag: 'unlinked',
      ticket: { value: 't', expiresAtMs: 14_000 },
    })
  })

  it.each([
    [{ link_ticket: 7, link_ticket_expires_in: 9 }],
    [{ link_ticket: 't', link_ticket_expires_in: '9' }],
    [{ link_ticket: 't' }],
    ['<html>'],
  ])('a 404 with half a ticket, %j, leaves the person without', (body) => {
    expect(stateAfterRefusal(keepTicket(new BaasError(404), body), NOW_MS)).toEqual({
      tag: 'unlinked',
    })
  })

  it('a failure that is no error of the protocol leaves the person refused', () => {
    expect(stateAfterRefusal(new Error('bug'), NOW_MS)).toEqual({ tag: 'guest', reason: 'refused' })
  })
})

describe('what a failed sign-in teaches', () => {
  it.each([
    ['a 404 of the silent login', 404, silent, guest, { tag: 'unlinked' }],
    ['a 404 of the phone button', 404, button, guest, { tag: 'unlinked' }],
    ['a 404 during a link flow', 404, silent, unlinked, { tag: 'unlinked' }],
    ['a refusal of the silent login', 403, silent, guest, { tag: 'guest', reason: 'refused' }],
    ['a refusal during a link flow', 403, silent, unlinked, undefined],
    ['a refusal of the phone button', 403, button, guest, undefined],
    ['a wrong password', 400, password, guest, undefined],
    ['an unknown number', 404, sms, guest, undefined],
    ['a 404 for a member', 404, silent, member, undefined],
    ['one that was given up', 499, silent, guest, undefined],
  ])(
    'a failed sign-in teaches the session: %s leads to %j',
    (_, code, credentials, known, expected) => {
      expect(stateAfterFailedSignIn(new BaasError(code), credentials, known, NOW_MS)).toEqual(
        expected,
      )
    },
  )
})

describe('a failure', () => {
  it.each([
    [new BaasError(499), true, true],
    [new BaasError(600), false, true],
    [new BaasError(503), false, true],
    [new BaasError(401), false, false],
    [new Error('499'), false, false],
  ])('the failure %s is cancelled: %s, and may pass: %s', (error, cancelled, passing) => {
    expect(failureOf(error).kind === 'cancelled').toBe(cancelled)
    expect(isTransient(error)).toBe(passing)
  })
})

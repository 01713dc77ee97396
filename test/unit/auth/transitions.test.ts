import { initialState, sessionOf, transition, type AuthEvent } from '../../../src/auth/transitions'
import { alice, bob } from '../../kit/fake-backend'

const identified = (user: typeof alice | typeof bob): AuthEvent => ({
  type: 'identified',
  user,
  expiresAtMs: 9,
})
const guest: AuthEvent = { type: 'unidentified', as: { tag: 'guest', reason: 'offline' } }
const unlinked: AuthEvent = { type: 'unidentified', as: { tag: 'unlinked' } }
const begun = (id: number, why: 'launch' | 'user'): AuthEvent => ({
  type: 'attemptStarted',
  attempt: { id, why },
})
const after = (...events: readonly AuthEvent[]) => events.reduce(transition, initialState)

describe('the epoch', () => {
  it('the epoch is another number for every change of identity, and never one that was used before', () => {
    const events = [identified(alice), guest, identified(bob), identified(alice), unlinked]
    const epochs = events.map((_, index) => after(...events.slice(0, index + 1)).epoch)
    expect([initialState.epoch, ...epochs]).toEqual([0, 1, 2, 3, 4, 5])
  })

  it('the epoch stays where a guest follows a guest, and for news about the same member', () => {
    expect(after(guest, unlinked, guest).epoch).toBe(0)
    const learned = after(identified(alice), identified({ ...alice, nickname: 'A' }))
    expect(learned).toMatchObject({ epoch: 1, known: { epoch: 1, user: { nickname: 'A' } } })
  })
})

describe('what components see', () => {
  it('a component sees the latest sign-in that runs, while no one is signed in', () => {
    const state = after(guest, begun(1, 'launch'), begun(2, 'user'))
    expect(sessionOf(state)).toEqual({ tag: 'signingIn', why: 'user' })
    const first = transition(state, { type: 'attemptEnded', id: 2 })
    expect(sessionOf(first)).toEqual({ tag: 'signingIn', why: 'launch' })
    expect(sessionOf(transition(state, { type: 'overtaken' }))).toBe(state.known)
  })

  it('a component sees the member until a sign-in has its outcome', () => {
    const state = after(identified(alice), begun(1, 'user'))
    expect(sessionOf(state)).toBe(state.known)
  })

  it('a component sees the same object where nothing changed', () => {
    const state = after(begun(1, 'user'))
    const before = sessionOf(state)
    expect(sessionOf(after(begun(1, 'user'), begun(2, 'user')), before)).toBe(before)
    expect(sessionOf(after(begun(1, 'launch')), before)).not.toBe(before)
  })
})

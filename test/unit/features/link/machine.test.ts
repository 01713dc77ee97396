import fc from 'fast-check'
import type { Session } from '../../../../src/auth/session'
import { conflictOf } from '../../../../src/features/link/conflict'
import {
  firstState,
  isBusy,
  linkStep,
  type LinkEvent,
  type LinkState,
} from '../../../../src/features/link/machine'

const unlinked: Session = { tag: 'unlinked' }

const memberWith = (openid: string | null): Session => {
  const user = { id: 7, nickname: '', avatar: '', openid }
  return { tag: 'member', user, expiresAtMs: 1, epoch: 1 }
}

const run = (events: readonly LinkEvent[], from: LinkState = firstState(unlinked)) =>
  events.reduce(linkStep, from)

const anyEvent: fc.Arbitrary<LinkEvent> = fc.oneof(
  fc.constantFrom<LinkEvent>(
    ...(['signIn', 'register'] as const).map((way) => ({ type: 'chose' as const, way })),
    { type: 'wentBack' },
    { type: 'submitted' },
    { type: 'signedIn' },
    { type: 'retried' },
    { type: 'ticketExpired' },
    { type: 'linked' },
    { type: 'continuedWithWechat' },
  ),
  fc.constantFrom<LinkEvent>(
    { type: 'notSignedIn', problem: 'wrong_credentials' },
    { type: 'notSignedIn', problem: 'offline' },
    { type: 'refused', problem: 'server' },
    { type: 'conflict', conflict: 'accountTaken' },
    { type: 'conflict', conflict: 'unionSplit' },
    { type: 'notCreated', problem: 'timeout' },
  ),
)

describe('the link flow', () => {
  it('the link flow links an existing account: choose, fill in, sign in, link', () => {
    expect(
      run([
        { type: 'chose', way: 'signIn' },
        { type: 'submitted' },
        { type: 'signedIn' },
        { type: 'linked' },
      ]),
    ).toEqual({ tag: 'linked' })
  })

  it('the link flow opens an account with WeChat only', () => {
    expect(run([{ type: 'continuedWithWechat' }, { type: 'linked' }])).toEqual({ tag: 'opened' })
  })

  it('the link flow stays in the same form when the credentials were not taken', () => {
    expect(
      run([
        { type: 'chose', way: 'register' },
        { type: 'submitted' },
        { type: 'notSignedIn', problem: 'nameTaken' },
      ]),
    ).toEqual({ tag: 'filling', way: 'register', problem: 'nameTaken' })
  })

  it('the link flow takes one fresh code when the ticket has expired, and never asks for the password again', () => {
    const proved = run([
      { type: 'chose', way: 'signIn' },
      { type: 'submitted' },
      { type: 'signedIn' },
    ])
    const renewed = linkStep(proved, { type: 'ticketExpired' })
    expect(renewed).toEqual({ tag: 'linking', renewed: true })
    expect(linkStep(renewed, { type: 'ticketExpired' }).tag).toBe('halfway')
  })

  it('the link flow resumes at its last step when the app was killed after the sign-in', () => {
    const resumed = firstState(memberWith(null))
    expect(resumed).toEqual({ tag: 'halfway' })
    expect(run([{ type: 'retried' }, { type: 'linked' }], resumed)).toEqual({ tag: 'linked' })
  })

  it('the link flow is at its end for someone who is linked already', () => {
    expect(firstState(memberWith('an-openid'))).toEqual({ tag: 'opened' })
  })

  it.each(['wechatTaken', 'accountTaken', 'unionTaken', 'unionSplit'] as const)(
    'the link flow shows the conflict %s, from which another account can be chosen',
    (conflict) => {
      const shown = run([
        { type: 'chose', way: 'signIn' },
        { type: 'submitted' },
        { type: 'signedIn' },
        { type: 'conflict', conflict },
      ])
      expect(shown).toEqual({ tag: 'conflict', conflict })
      expect(linkStep(shown, { type: 'chose', way: 'signIn' }).tag).toBe('filling')
    },
  )

  it('the link flow begins at the conflict of the two ids that kept the launch from signing in', () => {
    const shown = firstState({ tag: 'guest', reason: 'unionConflict' })
    expect(shown).toEqual({ tag: 'conflict', conflict: 'unionSplit' })
    expect(firstState({ tag: 'guest', reason: 'refused' })).toEqual({ tag: 'choosing' })
  })

  it('the link flow shows the conflict of the two ids, too, when it first comes up on continuing with WeChat', () => {
    expect(
      run([{ type: 'continuedWithWechat' }, { type: 'conflict', conflict: 'unionSplit' }]),
    ).toEqual({ tag: 'conflict', conflict: 'unionSplit' })
  })

  it.each([
    ['conflict', {}, 'wechatTaken'],
    ['conflict', { unionid: 'of-this-wechat' }, 'wechatTaken'],
    ['conflict', { openid: 'of-another' }, 'accountTaken'],
    ['unionConflict', {}, 'unionTaken'],
    ['unionConflict', { unionid: 'of-another' }, 'accountTaken'],
    ['unionConflict', { openid: 'of-this-wechat' }, 'unionSplit'],
    ['offline', {}, undefined],
  ] as const)('the link flow takes %s of an account with %p for %s', (kind, user, conflict) => {
    expect(conflictOf(kind, user)).toBe(conflict)
  })

  describe('under any order of events', () => {
    it.each([
      ['linked', 'a sign-in', 'signedIn'],
      ['opened', 'a new account', 'continuedWithWechat'],
    ] as const)('the link flow is %s only after %s', (end, _how, cause) => {
      fc.assert(
        fc.property(fc.array(anyEvent), (events) => {
          if (run(events).tag === end) expect(events.some(({ type }) => type === cause)).toBe(true)
        }),
      )
    })

    it('the link flow ignores a second tap while something is under way', () => {
      const taps: readonly LinkEvent[] = [
        { type: 'submitted' },
        { type: 'continuedWithWechat' },
        { type: 'retried' },
        { type: 'chose', way: 'register' },
      ]
      fc.assert(
        fc.property(fc.array(anyEvent), fc.constantFrom(...taps), (events, tap) => {
          const state = run(events)
          if (isBusy(state)) expect(linkStep(state, tap)).toBe(state)
        }),
      )
    })

    it('the link flow stays at its end once it is there', () => {
      fc.assert(
        fc.property(fc.array(anyEvent), (events) => {
          for (const tag of ['linked', 'opened'] as const) {
            expect(run(events, { tag })).toEqual({ tag })
          }
        }),
      )
    })
  })
})

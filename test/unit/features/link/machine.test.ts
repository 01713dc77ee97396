import fc from 'fast-check'
import {
  firstState,
  isBusy,
  linkStep,
  type LinkEvent,
  type LinkState,
} from '../../../../src/features/link/machine'

const run = (events: readonly LinkEvent[], from: LinkState = firstState(undefined)) =>
  events.reduce(linkStep, from)

const anyEvent: fc.Arbitrary<LinkEvent> = fc.oneof(
  fc.constantFrom<LinkEvent>(
    ...(['signIn', 'register'] as const).map((way) => ({ type: 'chose' as const, way })),
    { type: 'wentBack' },
    { type: 'submitted' },
    { type: 'proved' },
    { type: 'retried' },
    { type: 'ticketExpired' },
    { type: 'joined' },
    { type: 'continuedWithWechat' },
  ),
  fc.constantFrom<LinkEvent>(
    { type: 'notProved', problem: 'wrongCredentials' },
    { type: 'notProved', problem: 'offline' },
    { type: 'refused', problem: 'server' },
    { type: 'clashed', conflict: 'accountTaken' },
    { type: 'notCreated', problem: 'timeout' },
  ),
)

describe('the link flow', () => {
  it('links an existing account: choose, fill in, prove, join', () => {
    expect(
      run([
        { type: 'chose', way: 'signIn' },
        { type: 'submitted' },
        { type: 'proved' },
        { type: 'joined' },
      ]),
    ).toEqual({ tag: 'linked' })
  })

  it('opens an account with WeChat only', () => {
    expect(run([{ type: 'continuedWithWechat' }, { type: 'joined' }])).toEqual({ tag: 'linked' })
  })

  it('stays in the same form when the proof was not taken', () => {
    expect(
      run([
        { type: 'chose', way: 'register' },
        { type: 'submitted' },
        { type: 'notProved', problem: 'nameTaken' },
      ]),
    ).toEqual({ tag: 'filling', way: 'register', problem: 'nameTaken' })
  })

  it('takes one fresh code when the ticket has expired, and never asks for the password again', () => {
    const proved = run([
      { type: 'chose', way: 'signIn' },
      { type: 'submitted' },
      { type: 'proved' },
    ])
    const renewed = linkStep(proved, { type: 'ticketExpired' })
    expect(renewed).toEqual({ tag: 'linking', renewed: true })
    expect(linkStep(renewed, { type: 'ticketExpired' }).tag).toBe('halfway')
  })

  it('resumes at its last step when the app was killed after the proof', () => {
    const resumed = firstState({ openid: null })
    expect(resumed).toEqual({ tag: 'halfway' })
    expect(run([{ type: 'retried' }, { type: 'joined' }], resumed)).toEqual({ tag: 'linked' })
  })

  it('is at its end for somebody who is linked already', () => {
    expect(firstState({ openid: 'an-openid' })).toEqual({ tag: 'linked' })
  })

  it.each(['wechatTaken', 'accountTaken'] as const)(
    'shows the conflict %s, from which another account can be chosen',
    (conflict) => {
      const shown = run([
        { type: 'chose', way: 'signIn' },
        { type: 'submitted' },
        { type: 'proved' },
        { type: 'clashed', conflict },
      ])
      expect(shown).toEqual({ tag: 'conflict', conflict })
      expect(linkStep(shown, { type: 'chose', way: 'signIn' }).tag).toBe('filling')
    },
  )

  describe('under any order of events', () => {
    it('is linked only after a proof or a new account', () => {
      fc.assert(
        fc.property(fc.array(anyEvent), (events) => {
          if (run(events).tag !== 'linked') return
          expect(
            events.some(({ type }) => type === 'proved' || type === 'continuedWithWechat'),
          ).toBe(true)
        }),
      )
    })

    it('ignores a second tap while something is under way', () => {
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

    it('stays linked once it is', () => {
      fc.assert(
        fc.property(fc.array(anyEvent), (events) => {
          expect(run(events, { tag: 'linked' })).toEqual({ tag: 'linked' })
        }),
      )
    })
  })
})

import fc from 'fast-check'
import type { Act, Step } from './acts'
import { errandsOf, verifiedMailbox } from './errands'
import { act, guess, name, side } from './generate-acts'

const single: fc.Arbitrary<Step> = fc.record({
  kind: fc.constant('act' as const),
  who: side,
  device: fc.constantFrom<0 | 1 | 2>(0, 0, 0, 1, 2),
  act,
})

const MINUTE = 60_000

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 20, arbitrary: single },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('both' as const), steps: fc.tuple(single, single) }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('again' as const) }) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('wait' as const),
      ms: fc.constantFrom(MINUTE, 11 * MINUTE, 2 * 60 * MINUTE, 31 * 24 * 60 * MINUTE),
    }),
  },
)

const byOwner = (act: Act, device: 0 | 1 = 0): Step => ({ kind: 'act', who: 'owner', device, act })

/** What people do in one go, with a step of any kind between: by chance alone it hardly ever comes together. */
const inOneGo: fc.Arbitrary<Step[]> = fc
  .tuple(side, fc.nat(), act, fc.nat())
  .map(([who, n, between, at]) => {
    const errands = errandsOf(who)
    const errand = errands[n % errands.length] ?? []
    const acts = [...errand]
    // Not before the first: it begins the errand.
    acts.splice(1 + (at % errand.length), 0, between)
    return acts.map((each) => ({ kind: 'act', who, device: 0, act: each }))
  })

/** The owner, whose session is copied, changes something; adding a number by the phone button is a change as well. */
const robbed: fc.Arbitrary<Step[]> = fc
  .tuple(
    fc.boolean(),
    // A new sign-in may end the session of its own device: then the change itself has to end the copy elsewhere.
    fc.constantFrom<0 | 1>(0, 1),
    fc.oneof(
      act,
      fc.constant<Act>({ kind: 'phoneButton', wechat: 0, phone: 0, createUser: false }),
    ),
  )
  .map(([isWechat, device, change]) => [
    ...(isWechat
      ? [byOwner({ kind: 'silent', which: 0, createUser: true, byUnionid: false })]
      : []),
    { kind: 'act', who: 'attacker', device: 0, act: { kind: 'steal', device: 0 } },
    byOwner(change, device),
  ])

/** The attacker guesses at what the owner has just signed up with. */
const guessedAt: fc.Arbitrary<Step[]> = fc
  .tuple(name, guess)
  .map(([registered, act]) => [
    byOwner({ kind: 'register', name: registered, of: 'owner', which: 0 }),
    { kind: 'act', who: 'attacker', device: 0, act: { ...act, what: registered } },
  ])

/** A reset link is asked for, and before it is used the account changes. */
const overtaken: fc.Arbitrary<Step[]> = fc
  .tuple(
    side,
    fc.oneof(
      act,
      fc.constantFrom<Act>(
        { kind: 'newPassword', old: 0, next: 1, again: 'none' },
        { kind: 'change', field: 'email', of: 'none', which: 0, again: 'none' },
      ),
    ),
  )
  .map(([who, change]) => {
    const acts: readonly Act[] = [
      ...verifiedMailbox(who),
      { kind: 'askReset', of: who },
      change,
      { kind: 'reset', age: 0, password: 1 },
    ]
    return acts.map((each) => ({ kind: 'act', who, device: 0, act: each }))
  })

/** Rare, for a function runs in a process of its own. */
const called: fc.Arbitrary<Step[]> = fc.tuple(side, side).map(([who, of]) => [
  {
    kind: 'act',
    who,
    device: 0,
    act: { kind: 'silent', which: 0, createUser: true, byUnionid: false },
  },
  { kind: 'act', who, device: 0, act: { kind: 'callFunction', of } },
])

const parts = fc.oneof(
  { weight: 200, arbitrary: step.map((single) => [single]) },
  { weight: 20, arbitrary: inOneGo },
  { weight: 10, arbitrary: robbed },
  { weight: 5, arbitrary: overtaken },
  // Each is thirty requests and more.
  { weight: 4, arbitrary: guessedAt },
  { weight: 1, arbitrary: called },
)

/** Stories of what an owner and an attacker do, in any order. */
export const stories = fc
  .array(parts, { minLength: 1, maxLength: 20, size: 'max' })
  .map((all) => all.flat())

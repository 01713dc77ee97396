import fc from 'fast-check'
import type { Act, NameKind, Reauthentication, Step, Which } from './acts'
import { errandsOf } from './errands'
import type { Side } from './people'

const which = fc.constantFrom<Which>(0, 1)
const first = fc.constantFrom<Which>(0, 0, 0, 1)
const side = fc.constantFrom<Side>('owner', 'attacker')
const name = fc.constantFrom<NameKind>('username', 'email', 'phone')
const again = fc.constantFrom<Reauthentication>(
  'none',
  'none',
  'password',
  'wechat',
  'sms',
  'email',
)
const often = fc.constantFrom(true, true, false)

const guess = fc.record({
  kind: fc.constant('guess' as const),
  what: fc.constantFrom(
    'username' as const,
    'email' as const,
    'phone' as const,
    'sms' as const,
    'wechat' as const,
  ),
  from: fc.constantFrom('own address' as const, 'their address' as const),
})
const claims = fc.record({
  kind: fc.constant('claims' as const),
  of: fc.constant<Side>('owner'),
  which: first,
})

const act: fc.Arbitrary<Act> = fc.oneof(
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('anonymous' as const) }) },
  {
    weight: 6,
    arbitrary: fc.record({ kind: fc.constant('register' as const), name, of: side, which: first }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('password' as const),
      name,
      of: side,
      which: first,
      password: first,
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ kind: fc.constant('sendSms' as const), of: side, which: first }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constant('sms' as const),
      of: side,
      which: first,
      createUser: often,
    }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constant('silent' as const),
      which: first,
      createUser: often,
      byUnionid: fc.constantFrom(false, false, true),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('phoneButton' as const),
      wechat: first,
      phone: first,
      createUser: often,
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('bindPhone' as const),
      wechat: first,
      phone: first,
      overwrite: often,
    }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constant('link' as const),
      by: fc.constantFrom<'code' | 'ticket'>('code', 'code', 'ticket'),
      which: first,
      byUnionid: fc.constantFrom(false, false, true),
      again,
    }),
  },
  {
    weight: 7,
    arbitrary: fc.record({
      kind: fc.constant('change' as const),
      field: name,
      of: fc.constantFrom<Side | 'none'>('owner', 'attacker', 'owner', 'attacker', 'none'),
      which: first,
      again,
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('newPassword' as const),
      old: first,
      next: which,
      again,
    }),
  },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('askVerification' as const) }) },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('verifyEmail' as const) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('verifyPhone' as const) }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('askReset' as const), of: side }) },
  {
    weight: 4,
    arbitrary: fc.record({ kind: fc.constant('reset' as const), age: which, password: first }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('endOthers' as const) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('signOut' as const) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('delete' as const), again }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('leaveWechat' as const), which: first }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('revokePhone' as const), which: first }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('saveProfile' as const) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('steal' as const), device: first }) },
  { weight: 1, arbitrary: fc.oneof(guess, claims) },
)

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

const parts = fc.oneof(
  { weight: 20, arbitrary: step.map((single) => [single]) },
  { weight: 2, arbitrary: inOneGo },
  { weight: 1, arbitrary: robbed },
  { weight: 1, arbitrary: guessedAt },
)

/** Stories of what an owner and an attacker do, in any order. */
export const stories = fc
  .array(parts, { minLength: 1, maxLength: 20, size: 'max' })
  .map((all) => all.flat())

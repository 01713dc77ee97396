import fc from 'fast-check'
import type { Act, NameKind, Reauthentication, Which } from './acts'
import type { Side } from './people'

const which = fc.constantFrom<Which>(0, 1)
const first = fc.constantFrom<Which>(0, 0, 0, 1)
/** One of the two. */
export const side = fc.constantFrom<Side>('owner', 'attacker')
/** What an account is named by. */
export const name = fc.constantFrom<NameKind>('username', 'email', 'phone')
const again = fc.constantFrom<Reauthentication>(
  'none',
  'none',
  'password',
  'wechat',
  'sms',
  'email',
)
const often = fc.constantFrom(true, true, false)

/** A burst of guesses. */
export const guess = fc.record({
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

/** Anything that one person does. */
export const act: fc.Arbitrary<Act> = fc.oneof(
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
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('verifyEmail' as const), again }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('verifyPhone' as const), again }) },
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

import fc from 'fast-check'
import type { Side } from './people'

type Which = 0 | 1
type NameKind = 'username' | 'email' | 'phone'

/** What the one who acts can present again: none, or something of their own. */
export type Reauthentication = 'none' | 'password' | 'wechat' | 'sms' | 'email'

/** One thing a person does. `of` says whose identifier it is about: people may name what is not theirs. */
export type Act =
  | { readonly kind: 'anonymous' }
  | { readonly kind: 'register'; readonly name: NameKind; readonly of: Side; readonly which: Which }
  | {
      readonly kind: 'password'
      readonly name: NameKind
      readonly of: Side
      readonly which: Which
      readonly password: Which
    }
  | { readonly kind: 'sendSms'; readonly of: Side; readonly which: Which }
  | {
      readonly kind: 'sms'
      readonly of: Side
      readonly which: Which
      readonly createUser: boolean
    }
  | {
      readonly kind: 'silent'
      readonly which: Which
      readonly createUser: boolean
      readonly byUnionid: boolean
    }
  | {
      readonly kind: 'phoneButton'
      readonly wechat: Which
      readonly phone: Which
      readonly createUser: boolean
    }
  | {
      readonly kind: 'bindPhone'
      readonly wechat: Which
      readonly phone: Which
      readonly overwrite: boolean
    }
  | {
      readonly kind: 'link'
      readonly by: 'code' | 'ticket'
      readonly which: Which
      readonly byUnionid: boolean
      readonly again: Reauthentication
    }
  | {
      readonly kind: 'change'
      readonly field: NameKind
      readonly of: Side | 'none'
      readonly which: Which
      readonly again: Reauthentication
    }
  | {
      readonly kind: 'newPassword'
      readonly old: Which
      readonly next: Which
      readonly again: Reauthentication
    }
  | { readonly kind: 'askVerification' }
  | { readonly kind: 'verifyEmail' }
  | { readonly kind: 'verifyPhone' }
  | { readonly kind: 'askReset'; readonly of: Side }
  | { readonly kind: 'reset'; readonly age: Which; readonly password: Which }
  | { readonly kind: 'endOthers' }
  | { readonly kind: 'signOut' }
  | { readonly kind: 'delete'; readonly again: Reauthentication }
  | { readonly kind: 'leaveWechat'; readonly which: Which }
  | { readonly kind: 'revokePhone'; readonly which: Which }
  | { readonly kind: 'saveProfile' }
  | { readonly kind: 'steal'; readonly device: Which }

/** One step of a story: somebody acts on a device, two act at once, the last step comes again, or time passes. */
export type Step =
  | { readonly kind: 'act'; readonly who: Side; readonly device: 0 | 1 | 2; readonly act: Act }
  | { readonly kind: 'both'; readonly steps: readonly [Step, Step] }
  | { readonly kind: 'again' }
  | { readonly kind: 'wait'; readonly ms: number }

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

/** Stories of what an owner and an attacker do, in any order. */
export const stories = fc.array(step, { minLength: 1, maxLength: 30, size: 'max' })

/** A step as a person reads it. */
export const told = (step: Step): string => {
  if (step.kind === 'both') return `at once: ${step.steps.map(told).join(' | ')}`
  if (step.kind === 'again') return 'the last step again'
  if (step.kind === 'wait') return `${step.ms / MINUTE} minutes pass`
  const { kind, ...details } = step.act
  const device = step.device === 2 ? 'the stolen session' : `device ${step.device}`
  const words = Object.entries(details).map(([key, value]) => `${key} ${String(value)}`)
  return `${step.who} on ${device}: ${kind}${words.length > 0 ? ` (${words.join(', ')})` : ''}`
}

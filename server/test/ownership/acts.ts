import type { Side } from './people'

export type Which = 0 | 1
export type NameKind = 'username' | 'email' | 'phone'

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
  | { readonly kind: 'verifyEmail'; readonly again: Reauthentication }
  | { readonly kind: 'verifyPhone'; readonly again: Reauthentication }
  | { readonly kind: 'askReset'; readonly of: Side }
  | { readonly kind: 'reset'; readonly age: Which; readonly password: Which }
  | { readonly kind: 'endOthers' }
  | { readonly kind: 'signOut' }
  | { readonly kind: 'delete'; readonly again: Reauthentication }
  | { readonly kind: 'leaveWechat'; readonly which: Which }
  | { readonly kind: 'revokePhone'; readonly which: Which }
  | { readonly kind: 'saveProfile' }
  /** The cloud function that keeps a profile; with the id of an account, the caller's or another's. */
  | { readonly kind: 'callFunction'; readonly of: Side }
  | { readonly kind: 'steal'; readonly device: Which }
  | {
      readonly kind: 'guess'
      readonly what: NameKind | 'sms' | 'wechat'
      /** Whether the guesses come from the address of the other's device. */
      readonly from: 'own address' | 'their address'
    }
  | { readonly kind: 'claims'; readonly of: Side; readonly which: Which }

/** One step of a story: someone acts on a device, two act at once, the last step comes again, or time passes. */
export type Step =
  | { readonly kind: 'act'; readonly who: Side; readonly device: 0 | 1 | 2; readonly act: Act }
  | { readonly kind: 'both'; readonly steps: readonly [Step, Step] }
  | { readonly kind: 'again' }
  | { readonly kind: 'wait'; readonly ms: number }

const MINUTE = 60_000

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

/** What changes the sign-in methods of an account. */
export const CHANGES: ReadonlySet<Act['kind']> = new Set([
  'change',
  'newPassword',
  'verifyEmail',
  'verifyPhone',
  'link',
  'bindPhone',
])

/** What begins a session. */
export const SIGN_INS: ReadonlySet<Act['kind']> = new Set([
  'register',
  'password',
  'sms',
  'silent',
  'phoneButton',
])

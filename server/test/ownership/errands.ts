import type { Act } from './acts'
import type { Side } from './people'

const which = 0
const again = 'none'

const mailbox = (of: Side): readonly Act[] => [
  { kind: 'change', field: 'email', of, which, again },
  { kind: 'askVerification' },
  { kind: 'verifyEmail', again },
]

/** Signs up with the own mailbox, and verifies it. */
export const verifiedMailbox = (of: Side): readonly Act[] => [
  { kind: 'register', name: 'email', of, which },
  ...mailbox(of),
]

/** What people do in several steps, which by chance alone hardly ever come together. */
export const errandsOf = (of: Side): readonly (readonly Act[])[] => [
  mailbox(of),
  [{ kind: 'silent', which, createUser: true, byUnionid: false }, ...mailbox(of)],
  [...verifiedMailbox(of), { kind: 'askReset', of }],
  [
    { kind: 'askReset', of },
    { kind: 'reset', age: 0, password: which },
  ],
  [
    { kind: 'change', field: 'phone', of, which, again },
    { kind: 'sendSms', of, which },
    { kind: 'verifyPhone', again },
  ],
]

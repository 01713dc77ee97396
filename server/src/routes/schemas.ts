import { Type } from '@sinclair/typebox'

/** Longest code WeChat hands out is far below this; the limit keeps junk from travelling on. */
export const LoginCode = Type.String({ minLength: 1, maxLength: 512 })

/** A code that may be missing; clients send `''` for that. */
export const OptionalCode = Type.String({ maxLength: 512, default: '' })

/** Text that wx encrypted for the server, base64; old and new clients leave it out at times. */
export const Encrypted = Type.String({ maxLength: 8192, default: '' })

/** A user as anyone may see it (docs/protocol.md 7.2); an owner's carries more members. */
export const UserObject = Type.Object(
  { id: Type.Integer(), nickname: Type.String(), avatar: Type.String() },
  { title: 'User', additionalProperties: true },
)

const sessionToken = {
  token: Type.String(),
  expires_in: Type.Integer({ description: 'seconds' }),
}

/** How answers with a whole user are written: the compiled serializer is slower for objects with an open end. */
export const nativeJson = () => JSON.stringify

/** A session token with the user it belongs to (docs/protocol.md 3.1). */
export const WechatSignIn = Type.Object(
  { ...sessionToken, user_info: UserObject },
  { title: 'WechatSignIn' },
)

/** What commands answer that have nothing to report. */
export const Done = Type.Object(
  { status: Type.Literal('ok'), message: Type.Optional(Type.String()) },
  { title: 'Done' },
)

/** As `Done`, after a change that rotated the caller's session. */
export const DoneWithToken = Type.Object({
  status: Type.Literal('ok'),
  token: Type.Optional(Type.String()),
  expires_in: Type.Optional(Type.Integer({ description: 'seconds' })),
})

/** The user with a session token, flat (docs/protocol.md 4.1). */
export const AccountSignIn = Type.Intersect([
  UserObject,
  Type.Object({ user_id: Type.Integer(), ...sessionToken }),
])

/** As sent; whether it will do is for `checkNewPassword`. The limit bounds the hashing. */
export const Password = Type.String({ maxLength: 1024 })

/** SDKs send phone numbers and codes as text or as JSON numbers (docs/protocol.md 4.14). */
export const Phone = Type.Union([Type.String({ maxLength: 32 }), Type.Integer()])

/** A code from a text message, see `Phone`. */
export const SmsCode = Type.Union([Type.String({ maxLength: 16 }), Type.Integer()])

/** `update_userprofile`, read by `syncOf`. */
export const ProfileSync = Type.String({
  maxLength: 32,
  default: 'setnx',
  description: 'overwrite, setnx or false; anything else is setnx, as in the vendor’s SDK',
})

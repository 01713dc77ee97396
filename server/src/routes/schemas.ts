import { Type } from '@sinclair/typebox'

/** Longest code WeChat hands out is far below this; the limit keeps junk from travelling on. */
export const LoginCode = Type.String({ minLength: 1, maxLength: 512 })

/** A user as anybody may see it (wire contract 3); an owner's carries more members. */
export const UserObject = Type.Object(
  { id: Type.Integer(), nickname: Type.String(), avatar: Type.String() },
  { additionalProperties: true },
)

/** A grant with the user it belongs to (wire contract 1.1 #1). */
export const WechatGrant = Type.Object({
  token: Type.String(),
  expires_in: Type.Integer({ description: 'seconds' }),
  user_info: UserObject,
})

/** What commands answer that have nothing to tell. */
export const Done = Type.Object({ status: Type.Literal('ok'), message: Type.String() })

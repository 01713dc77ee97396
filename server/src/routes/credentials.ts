import { Type, type Static } from '@sinclair/typebox'
import type { Credentials } from '../accounts/changes/reauthentication'
import { LoginCode, Password, SmsCode } from './schemas'

/** Credentials for a re-authentication: one of them. */
export const CredentialsBody = Type.Object({
  password: Type.Optional(Password),
  code: Type.Optional(LoginCode),
  sms_code: Type.Optional(SmsCode),
  email_code: Type.Optional(Type.String({ maxLength: 16 })),
})

/** The credentials in a body, or null where it has none. */
export const credentialsIn = (body: Static<typeof CredentialsBody>): Credentials | null => {
  if (body.password !== undefined) return { kind: 'password', password: body.password }
  if (body.code !== undefined) return { kind: 'wechat', code: body.code }
  if (body.sms_code !== undefined) return { kind: 'sms', code: body.sms_code }
  if (body.email_code !== undefined) return { kind: 'email', code: body.email_code }
  return null
}

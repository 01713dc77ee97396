import { BaasError, CODE } from './errors'
import { phoneFields, type PhoneDetail } from './phone-event'
import type { Call } from './send'
import type { Wechat } from './wechat'

/** The name an account is known by. */
export type AccountName =
  { readonly username: string } | { readonly email: string } | { readonly phone: string }

/** What a person presents to sign in: every way into a session, in one place. */
export type Credentials =
  /** The silent login: WeChat vouches. `createUser: false` answers an unknown person with 404. */
  | { readonly by: 'wechat'; readonly createUser: boolean; readonly withUnionID: boolean }
  /** The phone button, and a wx.login code fetched before the tap. */
  | {
      readonly by: 'phoneButton'
      readonly detail: PhoneDetail
      readonly code: string
      readonly createUser: boolean
    }
  | { readonly by: 'password'; readonly account: AccountName; readonly password: string }
  | { readonly by: 'registration'; readonly account: AccountName; readonly password: string }
  | {
      readonly by: 'sms'
      readonly phone: string
      readonly code: string
      readonly createUser: boolean
    }
  | { readonly by: 'anonymous' }

/**
 * The call that signs in with these (docs/protocol.md 3.1, 3.2, 4.1, 4.2, 4.3, 4.4).
 * Rejects before any request: 603 the person refused, 605 a part is missing, or what wx.login says.
 */
export const signInCall = async (credentials: Credentials, wechat: Wechat): Promise<Call> => {
  switch (credentials.by) {
    case 'wechat':
      return post('/hserve/v2.5/idp/wechat/silent-login/', {
        create_user: credentials.createUser,
        code: await wechat.loginCode(),
        login_with_unionid: credentials.withUnionID,
      })
    case 'phoneButton': {
      const { version, fields } = phoneFields(credentials.detail, wechat)
      if (credentials.code === '') throw new BaasError(CODE.incorrectParameterType)
      return post(`/hserve/${version}/idp/wechat/phone-login/`, {
        ...fields,
        create_user: credentials.createUser,
        code: credentials.code,
      })
    }
    case 'password':
    case 'registration': {
      const { kind, name } = nameOf(credentials.account)
      const action = credentials.by === 'password' ? 'login' : 'register'
      return typed(`/hserve/v2.1/${action}/${kind}/`, {
        [kind]: name,
        password: credentials.password,
      })
    }
    case 'sms':
      return typed('/hserve/v2.1/login/sms/', {
        phone: credentials.phone,
        code: credentials.code,
        create_user: credentials.createUser,
      })
    case 'anonymous':
      return post('/hserve/v2.0/login/anonymous/', {})
  }
}

/** Of several names the phone goes before the e-mail address before the username (docs/protocol.md 4.1). */
const nameOf = (account: { phone?: string; email?: string; username?: string }) => {
  const kind = account.phone ? 'phone' : account.email ? 'email' : 'username'
  return { kind, name: account[kind] || '' }
}

const post = (path: string, body: Readonly<Record<string, unknown>>): Call => ({
  method: 'POST',
  path,
  body,
  as: 'anyone',
})

/** What people type can be guessed, so the device is named; WeChat's codes cannot, and a silent login stays one write. */
const typed = (path: string, body: Readonly<Record<string, unknown>>): Call => ({
  ...post(path, body),
  namesDevice: true,
})

import { Type, type TSchema } from '@sinclair/typebox'

/**
 * Who may call a route of the protocol: our own app (by its client ID), a device with the token of a session, which the
 * handler looks up, or a person with a session, whom the server authenticates before the handler runs.
 */
export type Access = 'app' | 'session' | 'member'

/** What the OpenAPI document says of a route besides its schemas. */
export interface Operation {
  readonly summary: string
  readonly tag: (typeof TAGS)[number]['name']
}

/** The chapters of the document. */
export const TAGS = [
  { name: 'WeChat', description: 'Accounts by what WeChat knows (docs/protocol.md 3).' },
  { name: 'Accounts', description: 'Accounts by password, e-mail and phone (docs/protocol.md 4).' },
  { name: 'Utilities', description: 'Content checks, files, functions (docs/protocol.md 5).' },
  { name: 'Extensions', description: 'What this server adds to the protocol.' },
  { name: 'Modules', description: 'What a team has added (server/src/modules).' },
  { name: 'Operations', description: 'For those who run the server.' },
] as const

const about = (tag: Operation['tag']) => (summary: string) => ({ summary, tag })

const wechat = about('WeChat')
const accounts = about('Accounts')
const utilities = about('Utilities')
const extensions = about('Extensions')
const operations = about('Operations')

/** Every route of the server by method and path: the table of contents of the protocol as it is spoken here. */
export const OPERATIONS: Readonly<Record<string, Operation>> = {
  'POST /hserve/v2.5/idp/wechat/silent-login/': wechat('Sign in with a wx.login code'),
  'POST /hserve/v2.0/idp/wechat/silent-login/': wechat('Sign in silently, for SDKs before 2.9'),
  'POST /hserve/v2.1/idp/wechat/silent-login/': wechat('Sign in silently, for SDKs before 3.21'),
  'POST /hserve/v2.0/idp/wechat/authenticate/': wechat(
    'Sign in with the profile of a button, for SDKs before 2.9',
  ),
  'POST /hserve/v2.1/idp/wechat/authenticate/': wechat(
    'Sign in with the profile of a button, for SDKs before 3.21',
  ),
  'POST /hserve/v2.5/idp/wechat/authenticate/': wechat(
    'Sign in with the profile of a button, for SDKs before 3.22',
  ),
  'POST /hserve/v2.7/idp/wechat/phone-login/': wechat('Sign in with a WeChat phone number'),
  'POST /hserve/v2.5/idp/wechat/phone-login/': wechat('Sign in with an encrypted phone number'),
  'PUT /hserve/v2.6/idp/wechat/user/info/': wechat('Take over a signed WeChat profile'),
  'PUT /hserve/v2.5/idp/wechat/user/info/': wechat('Take over a WeChat profile, unsigned'),
  'PUT /hserve/v2.7/idp/wechat/phone-verification/': wechat('Bind a WeChat phone number'),
  'PUT /hserve/v2.5/idp/wechat/phone-verification/': wechat('Bind an encrypted phone number'),
  'POST /hserve/v2.4/idp/wechat/user-associate/': wechat('Link a WeChat user to the account'),
  'POST /hserve/v2.7/wechat/decrypt/:type/': wechat('Open what WeChat encrypted'),
  'POST /hserve/v1/wechat/decrypt/:type/': wechat('Open what WeChat encrypted, old path'),

  'POST /hserve/v2.1/register/:kind/': accounts('Register with a name, e-mail or phone'),
  'POST /hserve/v2.1/login/:kind/': accounts('Sign in with a password'),
  'POST /hserve/v2.1/login/sms/': accounts('Sign in with a text message'),
  'POST /hserve/v2.0/login/anonymous/': accounts('Sign in anonymously'),
  'POST /hserve/v2.0/session/destroy/': accounts('Sign out'),
  'POST /hserve/v2.0/user/password/reset/': accounts('Ask for an e-mail that resets the password'),
  'GET /hserve/v2.5/user/info/:id/': accounts('Read a user'),
  'GET /hserve/v2.2/user/info/': accounts('Find users'),
  'PUT /hserve/v2.5/user/info/': accounts('Change fields of the caller'),
  'PUT /hserve/v2.2/user/account/': accounts('Change name, e-mail, phone or password'),
  'POST /hserve/v2.0/user/email-verify/': accounts(
    'Ask for an e-mail with a code that verifies the address',
  ),
  'POST /hserve/v2.2/sms-verification-code/': accounts('Send a code to a phone'),
  'POST /hserve/v1.8/sms-verification-code/verify/': accounts('Check a code from a phone'),
  'POST /hserve/v2.1/sms-phone-verification/': accounts('Verify the phone with a code'),

  'GET /hserve/v2.2/server/time/': utilities('Read the time'),
  'GET /hserve/v1/latest-sdk-version/': utilities('Read the newest version of the SDK'),
  'POST /hserve/v1.7/censor-msg/': utilities('Have WeChat review a text'),
  'POST /hserve/v2.6/censor-image/': utilities('Have WeChat review a picture'),
  'POST /hserve/v2.2/async-censor/': utilities('Begin the review of a stored file'),
  'GET /hserve/v2.2/async-censor/:id/': utilities('Read the outcome of a review'),
  'POST /hserve/v2.1/upload/': utilities('Get a permit to upload a file'),
  'POST /files/': utilities('Upload a file, with a permit'),
  'GET /files/:id': utilities('Fetch a file'),
  'POST /hserve/v2.0/template-message/event-report/': utilities('Report a message opened'),
  'POST /hserve/v1/cloud-function/job/': utilities('Run a cloud function'),

  'GET /ext/v1/sessions/': extensions('List the sessions of the account'),
  'DELETE /ext/v1/sessions/:id/': extensions('End a session'),
  'POST /ext/v1/sessions/end-others/': extensions('End all sessions but this one'),
  'GET /ext/v1/account/logins/': extensions('How often, when and where the caller signed in'),
  'POST /ext/v1/account/logins/': extensions(
    'Count a launch that goes on with its stored session as a visit',
  ),
  'GET /ext/v1/account/export/': extensions('Export everything held about the caller'),
  'POST /ext/v1/account/delete/': extensions('Delete the account'),
  'POST /ext/v1/account/email/verify/': extensions('Verify the e-mail with the mailed code'),
  'POST /ext/v1/account/reauthenticate/': extensions('Present the credentials again'),
  'POST /ext/v1/account/reauthenticate/send/': extensions(
    'Send a code to the verified phone or e-mail',
  ),
  'GET /ext/v1/email/verify/': extensions('Page that says where the mailed code is typed'),
  'GET /ext/v1/email/reset/': extensions('Page that sets a new password'),
  'POST /ext/v1/email/reset/': extensions('Set a new password with the link of an e-mail'),
  'GET /ext/v1/wechat/push/': extensions('Answer the console of WeChat, which tries the address'),
  'POST /ext/v1/wechat/push/': extensions('Take an event WeChat pushes'),

  'GET /healthz': operations('Whether the process answers'),
  'GET /readyz': operations('Whether the database is there and migrated'),
  'GET /metrics': operations('Figures in Prometheus text format'),
  'GET /openapi.json': operations('This document'),
}

const File = Type.Unsafe({ type: 'string', format: 'binary' })

/** The forms of the routes that read multipart bodies themselves, which Fastify cannot check by a schema. */
export const FORMS: Readonly<Record<string, TSchema>> = {
  'POST /files/': Type.Object({ policy: Type.String(), authorization: Type.String(), file: File }),
  'POST /hserve/v2.6/censor-image/': Type.Object({ file: File }),
}

import { Type, type TSchema } from '@sinclair/typebox'

/** Who may call a route: anyone, our own app (by its client ID), or a person with a session. */
export type Access = 'anyone' | 'app' | 'member'

/** What the OpenAPI document says of a route besides its schemas. */
export interface Operation {
  readonly summary: string
  readonly tag: (typeof TAGS)[number]['name']
  readonly access: Access
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

const about = (tag: Operation['tag'], access: Access) => (summary: string) => ({
  summary,
  tag,
  access,
})

const wechatApp = about('WeChat', 'app')
const wechatMember = about('WeChat', 'member')
const accountsApp = about('Accounts', 'app')
const accountsMember = about('Accounts', 'member')
const utilitiesAnyone = about('Utilities', 'anyone')
const utilitiesApp = about('Utilities', 'app')
const utilitiesMember = about('Utilities', 'member')
const extensionsAnyone = about('Extensions', 'anyone')
const extensionsMember = about('Extensions', 'member')
const operations = about('Operations', 'anyone')

/** Every route of the server by method and path: the table of contents of the protocol as it is spoken here. */
export const OPERATIONS: Readonly<Record<string, Operation>> = {
  'POST /hserve/v2.5/idp/wechat/silent-login/': wechatApp('Sign in with a wx.login code'),
  'POST /hserve/v2.0/idp/wechat/silent-login/': wechatApp('Sign in silently, for SDKs before 2.9'),
  'POST /hserve/v2.1/idp/wechat/silent-login/': wechatApp('Sign in silently, for SDKs before 3.21'),
  'POST /hserve/v2.0/idp/wechat/authenticate/': wechatApp(
    'Sign in with the profile of a button, for SDKs before 2.9',
  ),
  'POST /hserve/v2.1/idp/wechat/authenticate/': wechatApp(
    'Sign in with the profile of a button, for SDKs before 3.21',
  ),
  'POST /hserve/v2.5/idp/wechat/authenticate/': wechatApp(
    'Sign in with the profile of a button, for SDKs before 3.22',
  ),
  'POST /hserve/v2.7/idp/wechat/phone-login/': wechatApp('Sign in with a WeChat phone number'),
  'POST /hserve/v2.5/idp/wechat/phone-login/': wechatApp('Sign in with an encrypted phone number'),
  'PUT /hserve/v2.6/idp/wechat/user/info/': wechatMember('Take over a signed WeChat profile'),
  'PUT /hserve/v2.5/idp/wechat/user/info/': wechatMember('Take over a WeChat profile, unsigned'),
  'PUT /hserve/v2.7/idp/wechat/phone-verification/': wechatMember('Bind a WeChat phone number'),
  'PUT /hserve/v2.5/idp/wechat/phone-verification/': wechatMember('Bind an encrypted phone number'),
  'POST /hserve/v2.4/idp/wechat/user-associate/': wechatMember('Link a WeChat user to the account'),
  'POST /hserve/v2.7/wechat/decrypt/:type/': wechatMember('Open what WeChat encrypted'),
  'POST /hserve/v1/wechat/decrypt/:type/': wechatMember('Open what WeChat encrypted, old path'),

  'POST /hserve/v2.1/register/:kind/': accountsApp('Register with a name, e-mail or phone'),
  'POST /hserve/v2.1/login/:kind/': accountsApp('Sign in with a password'),
  'POST /hserve/v2.1/login/sms/': accountsApp('Sign in with a text message'),
  'POST /hserve/v2.0/login/anonymous/': accountsApp('Sign in anonymously'),
  'POST /hserve/v2.0/session/destroy/': accountsMember('Sign out'),
  'POST /hserve/v2.0/user/password/reset/': accountsApp(
    'Ask for a letter that resets the password',
  ),
  'GET /hserve/v2.5/user/info/:id/': accountsMember('Read a user'),
  'GET /hserve/v2.2/user/info/': accountsMember('Find users'),
  'PUT /hserve/v2.5/user/info/': accountsMember('Change fields of the caller'),
  'PUT /hserve/v2.2/user/account/': accountsMember('Change name, e-mail, phone or password'),
  'POST /hserve/v2.0/user/email-verify/': accountsMember(
    'Ask for a letter with a code that verifies the e-mail',
  ),
  'POST /hserve/v2.2/sms-verification-code/': accountsApp('Send a code to a phone'),
  'POST /hserve/v1.8/sms-verification-code/verify/': accountsApp('Check a code from a phone'),
  'POST /hserve/v2.1/sms-phone-verification/': accountsMember('Verify the phone with a code'),

  'GET /hserve/v2.2/server/time/': utilitiesApp('Read the time'),
  'GET /hserve/v1/latest-sdk-version/': utilitiesApp('Read the newest version of the SDK'),
  'POST /hserve/v1.7/censor-msg/': utilitiesMember('Have WeChat review a text'),
  'POST /hserve/v2.6/censor-image/': utilitiesMember('Have WeChat review a picture'),
  'POST /hserve/v2.2/async-censor/': utilitiesMember('Begin the review of a stored file'),
  'GET /hserve/v2.2/async-censor/:id/': utilitiesMember('Read the outcome of a review'),
  'POST /hserve/v2.1/upload/': utilitiesMember('Get a permit to upload a file'),
  'POST /files/': utilitiesAnyone('Upload a file, with a permit'),
  'GET /files/:id': utilitiesAnyone('Fetch a file'),
  'POST /hserve/v2.0/template-message/event-report/': utilitiesMember('Report a message opened'),
  'POST /hserve/v1/cloud-function/job/': utilitiesMember('Run a cloud function'),

  'GET /ext/v1/sessions/': extensionsMember('List the sessions of the account'),
  'DELETE /ext/v1/sessions/:id/': extensionsMember('End a session'),
  'POST /ext/v1/sessions/end-others/': extensionsMember('End all sessions but this one'),
  'GET /ext/v1/account/logins/': extensionsMember('How often, when and where the caller signed in'),
  'POST /ext/v1/account/logins/': extensionsMember(
    'Count a launch that goes on with its stored session as a visit',
  ),
  'GET /ext/v1/account/export/': extensionsMember('Export everything held about the caller'),
  'POST /ext/v1/account/delete/': extensionsMember('Delete the account'),
  'POST /ext/v1/account/email/verify/': extensionsMember('Verify the e-mail with the mailed code'),
  'POST /ext/v1/account/reauthenticate/': extensionsMember('Prove again whose session it is'),
  'POST /ext/v1/account/reauthenticate/send/': extensionsMember(
    'Send a code to the verified phone or e-mail',
  ),
  'GET /ext/v1/email/verify/': extensionsAnyone('Page that says where the mailed code is typed'),
  'GET /ext/v1/email/reset/': extensionsAnyone('Page that sets a new password'),
  'POST /ext/v1/email/reset/': extensionsAnyone('Set a new password with the link of a letter'),
  'GET /ext/v1/wechat/push/': extensionsAnyone(
    'Answer the console of WeChat, which tries the address',
  ),
  'POST /ext/v1/wechat/push/': extensionsAnyone('Take an event WeChat pushes'),

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

/** The body of every refusal (docs/protocol.md 2.4). */
export const errorBody = (codes: readonly string[]) =>
  Type.Object(
    {
      status: Type.Literal('error'),
      error_code: Type.Unsafe<string>({ type: 'string', enum: codes }),
      error_msg: Type.String({ description: 'for developers, not for the screen' }),
      retry_after: Type.Optional(Type.Integer({ description: 'seconds' })),
      link_ticket: Type.Optional(Type.String({ description: 'with no_linked_account' })),
      link_ticket_expires_in: Type.Optional(Type.Integer({ description: 'seconds' })),
      methods: Type.Optional(
        Type.Array(Type.String(), { description: 'with reauthentication_required' }),
      ),
    },
    {
      title: 'Error',
      description: 'A refusal: what is wrong, and the remedy.',
      additionalProperties: true,
    },
  )

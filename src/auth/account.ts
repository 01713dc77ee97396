import { createCredentialActions, type CredentialActions } from './account/credentials'
import { createIdentifierActions, type IdentifierActions } from './account/identifiers'
import { createPhoneActions, type PhoneActions } from './account/phone'
import { createProfileActions, type ProfileActions } from './account/profile'
import { createSessionActions, type SessionActions } from './account/sessions'
import type { Auth } from './auth'

/**
 * Everything a member does about their account. Each action is one request where the protocol allows it, takes what
 * the answer says into the session, and resolves to a typed outcome. Signing in and out is account/sign-in.ts.
 */
export interface Account
  extends IdentifierActions, PhoneActions, CredentialActions, ProfileActions, SessionActions {}

/** The actions over one session. They may be called outside React, too. */
export const createAccount = (auth: Auth): Account => ({
  ...createIdentifierActions(auth),
  ...createPhoneActions(auth),
  ...createCredentialActions(auth),
  ...createProfileActions(auth),
  ...createSessionActions(auth),
})

import type { Texts } from './texts'

export const en: Texts = {
  homeTitle: 'Accounts that simply work',
  homeLead: 'Signed in silently at launch, never in the way. We ask only when it matters.',
  meTitle: 'Me',
  sessionBooting: 'Starting…',
  sessionSigningIn: 'Signing in…',
  sessionMember: 'Signed in',
  sessionUnlinked: 'No account linked yet',
  sessionGuest: 'Guest',
  unlinkedLead:
    'We recognise your WeChat, but no account belongs to it yet. Open one with WeChat, or just look around.',
  continueWithWechat: 'Continue with WeChat',
  guestOffline: 'No network. You are browsing as a guest.',
  guestRefused: 'WeChat did not complete the sign-in. You are browsing as a guest.',
  guestServer: 'The server cannot sign you in right now. Please try again later.',
  guestSignedOut: 'You have signed out.',
  retry: 'Try again',
  signIn: 'Sign in',
  signOut: 'Sign out',
  userId: 'User ID',
  unnamed: 'WeChat user',
}

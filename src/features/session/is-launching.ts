import type { Session } from '../../auth/session'

/** Whether the launch has no outcome yet: a screen that asks for a sign-in waits, for it may not be needed. */
export const isLaunching = (session: Session): boolean =>
  session.tag === 'booting' || (session.tag === 'signingIn' && session.why === 'launch')

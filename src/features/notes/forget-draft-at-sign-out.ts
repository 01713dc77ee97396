import type { Auth } from '../../auth/auth'
import type { Storage } from '../../auth/storage'
import { forgetDrafts } from './draft'

/** Nothing that a person has typed stays on a device that they have signed out of. Registered in compose.ts. */
export const forgetDraftAtSignOut = ({ view }: Pick<Auth, 'view'>, storage: Storage): void => {
  view.subscribe(({ session }, { session: before }) => {
    const isSignedOut = session.tag === 'guest' && session.reason === 'signedOut'
    if (before.tag === 'member' && isSignedOut) forgetDrafts(storage)
  })
}

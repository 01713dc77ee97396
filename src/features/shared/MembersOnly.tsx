import { Text } from '@tarojs/components'
import { Fragment, type ReactNode } from 'react'
import { AuthGate } from '../../auth/AuthGate'
import { useWechatAuth } from '../../auth/useWechatAuth'
import type { Member } from '../../auth/member'
import { ReauthenticationSheet } from '../reauthentication/ReauthenticationSheet'
import { SessionCard } from '../session/SessionCard'
import { LoadingCard } from '../../ui/feedback/LoadingCard'

/** A page that is about the member. Everyone else sees who they are and how to sign in, on the same page. */
export const MembersOnly = ({ children }: { children: (user: Member) => ReactNode }) => {
  const user = useWechatAuth((auth) => auth.user)
  const pending = <LoadingCard />
  return (
    <AuthGate pending={pending} fallback={<SessionCard />}>
      {user === null ? (
        <Text />
      ) : (
        // A key per person: what one has typed, fetched or been asked is not shown to the next one.
        <Fragment key={user.id}>
          {children(user)}
          <ReauthenticationSheet user={user} />
        </Fragment>
      )}
    </AuthGate>
  )
}

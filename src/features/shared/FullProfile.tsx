import type { ReactNode } from 'react'
import type { Member } from '../../auth/member'
import { useWechatAuth } from '../../auth/useWechatAuth'
import { LoadingCard } from '../../ui/feedback/LoadingCard'
import { FailureNotice } from './FailureNotice'
import { useLoaded } from './use-loaded'

interface Props {
  user: Member
  children: (user: Member) => ReactNode
}

/** Whether phone number and e-mail address are known, if only as absent: the device does not keep them (docs/protocol.md 9.18). */
const isFull = ({ _phone, _email }: Member) => _phone !== undefined && _email !== undefined

/** For pages about names and numbers: fetches the member once if they are known from the device only. */
export const FullProfile = ({ user, children }: Props) => {
  return isFull(user) ? children(user) : <Fetching user={user}>{children}</Fetching>
}

const Fetching = ({ user, children }: Props) => {
  const refresh = useWechatAuth((auth) => auth.refresh)
  const { loaded, reload } = useLoaded(refresh)
  switch (loaded.tag) {
    case 'loading':
      return <LoadingCard />
    case 'failed':
      return <FailureNotice id="member-failure" kind={loaded.kind} onRetry={reload} />
    // A backend that returns no numbers at all has returned everything now.
    case 'loaded':
      return children(user)
  }
}

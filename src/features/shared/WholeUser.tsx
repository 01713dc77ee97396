import { useCallback, type ReactNode } from 'react'
import { useAuthKit } from '../../auth/AuthProvider'
import { fetchUser } from '../../baas/profile'
import type { User } from '../../baas/user'
import { LoadingCard } from '../../ui/LoadingCard'
import { FailureNotice } from './FailureNotice'
import { isWhole } from './is-whole'
import { useLoaded } from './use-loaded'

interface Props {
  user: User
  children: (user: User) => ReactNode
}

/** For pages about names and numbers: fetches the member once if they are known from the device only. */
export function WholeUser({ user, children }: Props) {
  return isWhole(user) ? children(user) : <Fetching user={user}>{children}</Fetching>
}

function Fetching({ user, children }: Props) {
  const { auth } = useAuthKit()
  const { id } = user
  const { loaded, reload } = useLoaded(
    useCallback(async () => auth.learn(await fetchUser(auth.request, id)), [auth, id]),
  )
  switch (loaded.tag) {
    case 'loading':
      return <LoadingCard />
    case 'failed':
      return <FailureNotice id="member-failure" kind={loaded.kind} onRetry={reload} />
    // A backend that tells no numbers at all has told everything now.
    case 'here':
      return children(user)
  }
}

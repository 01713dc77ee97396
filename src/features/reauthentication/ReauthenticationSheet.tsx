import { useAuthKit } from '../../auth/AuthProvider'
import type { Member } from '../../auth/member'
import { useQuestionHost } from '../../auth/useQuestionHost'
import { ReauthenticationQuestion } from './ReauthenticationQuestion'

/** Lets a call of this page that wants a re-authentication ask for it here, and go on by itself. */
export const ReauthenticationSheet = ({ user }: { user: Member }) => {
  const { reauthentication } = useAuthKit().auth
  const isAsked = useQuestionHost(reauthentication.mount, reauthentication.asking)
  return isAsked ? <ReauthenticationQuestion user={user} /> : null
}

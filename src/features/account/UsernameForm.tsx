import type { Member } from '../../auth/member'
import { useAccount } from '../../auth/useAccount'
import { formTexts } from '../../i18n/forms'
import { useTexts } from '../../i18n/LanguageProvider'
import { refusalTexts } from '../../i18n/refusals'
import { NameForm } from './NameForm'

/** Sets the name to sign in with on the web. */
export const UsernameForm = ({ user }: { user: Member }) => {
  const { setUsername } = useAccount()
  return (
    <NameForm
      user={user}
      name="username"
      hint={useTexts(refusalTexts).username_malformed}
      done={useTexts(formTexts).saved}
      save={setUsername}
    />
  )
}

import type { Member } from '../../auth/member'
import { useAccount } from '../../auth/useAccount'
import { accountTexts } from '../../i18n/account'
import { useTexts } from '../../i18n/LanguageProvider'
import { EmailCodeForm } from './EmailCodeForm'
import { NameForm } from './NameForm'

/** Sets the e-mail address and has it verified by a mailed code: only a verified one resets a password. */
export const EmailForm = ({ user }: { user: Member }) => {
  const { setEmail } = useAccount()
  const texts = useTexts(accountTexts)
  return (
    <>
      <NameForm
        user={user}
        name="email"
        hint={texts.emailHint}
        done={texts.emailSent}
        save={setEmail}
      />
      {user._email && user._email_verified !== true && <EmailCodeForm />}
    </>
  )
}

import type { Outcome } from '../../auth/account/attempt'
import type { Member } from '../../auth/member'
import { useAccount } from '../../auth/useAccount'
import { accountTexts } from '../../i18n/account'
import { formTexts } from '../../i18n/forms'
import { useTexts } from '../../i18n/LanguageProvider'
import { EmailCodeForm } from './EmailCodeForm'
import { NameForm } from './NameForm'

/** Sets the e-mail address and has it verified by a mailed code: only a verified one resets a password. */
export const EmailForm = ({ user }: { user: Member }) => {
  const { setEmail } = useAccount()
  const texts = useTexts(accountTexts)
  const { saved } = useTexts(formTexts)
  const isVerified = user._email_verified === true

  // A verified address that is saved as it was needs no letter, and signs no other device out.
  const save = async (email: string | null): Promise<Outcome> =>
    isVerified && email?.toLowerCase() === user._email
      ? { tag: 'done', value: user }
      : setEmail(email)

  return (
    <>
      <NameForm
        user={user}
        name="email"
        hint={texts.emailHint}
        done={isVerified ? saved : texts.emailSent}
        save={save}
      />
      {user._email && !isVerified && <EmailCodeForm />}
    </>
  )
}

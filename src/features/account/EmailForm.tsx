import { useState } from 'react'
import type { Outcome } from '../../auth/account/attempt'
import type { Member } from '../../auth/member'
import { useAccount } from '../../auth/useAccount'
import { accountTexts } from '../../i18n/account'
import { formTexts } from '../../i18n/forms'
import { useTexts } from '../../i18n/LanguageProvider'
import { emailTexts } from '../../i18n/emails'
import { Toast } from '../../ui/feedback/Toast'
import { EmailCodeForm } from './EmailCodeForm'
import { NameForm } from './NameForm'

/** Sets the e-mail address and has it verified by a mailed code: only a verified one resets a password. */
export const EmailForm = ({ user }: { user: Member }) => {
  const { setEmail, sendVerificationEmail } = useAccount()
  const texts = useTexts(accountTexts)
  const { saved } = useTexts(formTexts)
  const { sent } = useTexts(emailTexts)
  const [isNew, setNew] = useState(true)
  const isVerified = user._email_verified === true
  const isAwaited = Boolean(user._email) && !isVerified
  const [wasAwaited, setWasAwaited] = useState(isAwaited)
  if (isAwaited && !wasAwaited) setWasAwaited(true)

  // An address that is saved as it was signs no other device out, and needs no e-mail once it is verified.
  const save = async (email: string | null): Promise<Outcome<unknown>> => {
    const isSame = email?.toLowerCase() === user._email
    if (email !== null) setNew(!isSame)
    if (!isSame) return setEmail(email)
    return isVerified ? { tag: 'done', value: user } : sendVerificationEmail()
  }

  return (
    <>
      <NameForm
        user={user}
        name="email"
        hint={texts.emailHint}
        done={isNew ? texts.emailSent : isVerified ? saved : sent}
        save={save}
      />
      {isAwaited && <EmailCodeForm />}
      {isVerified && wasAwaited && <Toast id="email-verified" text={texts.verified} />}
    </>
  )
}

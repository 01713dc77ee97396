import { useWechatAuth } from '../../auth/useWechatAuth'
import { useTexts } from '../../i18n/LanguageProvider'
import { legalTexts } from '../../i18n/legal'
import { webTexts } from '../../i18n/web'
import { Button } from '../../ui/form/Button'
import { Card } from '../../ui/content/Card'
import { CredentialsForm } from '../account/CredentialsForm'
import { LegalLinks } from '../legal/LegalLinks'
import { replaceWith } from '../navigation/open'
import { RefusalNotice } from '../shared/RefusalNotice'
import { SignedInNotice } from './SignedInNotice'
import { useSignInForm } from './use-sign-in-form'

/** Opens an account with a name and a password; the terms are shown before anything is sent. */
export const RegisterPanel = ({ redirect }: { redirect: string | undefined }) => {
  const register = useWechatAuth((auth) => auth.register)
  const texts = useTexts(webTexts)
  const { registering } = useTexts(legalTexts)
  const { back, failure, state, submit, isOpen, stay } = useSignInForm(register, redirect)

  return (
    <Card>
      {isOpen && <SignedInNotice onStay={stay} />}
      <CredentialsForm
        id="register"
        nameId="register-name"
        isNew
        submit={texts.register}
        state={state}
        onSubmit={submit}
      >
        {failure !== null && (
          <RefusalNotice
            id="register-failure"
            failure={failure}
            texts={{ conflict: texts.taken }}
          />
        )}
      </CredentialsForm>
      <LegalLinks id="register" lead={registering} />
      <Button
        id="register-sign-in"
        label={texts.haveAccount}
        look="plain"
        onTap={() => replaceWith('signIn', back)}
      />
    </Card>
  )
}

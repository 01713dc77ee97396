import { useWechatAuth } from '../../auth/useWechatAuth'
import { useTexts } from '../../i18n/LanguageProvider'
import { webTexts } from '../../i18n/web'
import { Button } from '../../ui/form/Button'
import { Card } from '../../ui/content/Card'
import { CredentialsForm } from '../account/CredentialsForm'
import { replaceWith } from '../navigation/open'
import { RefusalNotice } from '../shared/RefusalNotice'
import { SignedInNotice } from './SignedInNotice'
import { useSignInForm } from './use-sign-in-form'

/** Signs in with a password, then leads back to where the person came from. */
export const SignInPanel = ({ redirect }: { redirect: string | undefined }) => {
  const signIn = useWechatAuth((auth) => auth.signIn)
  const texts = useTexts(webTexts)
  const { back, failure, state, submit, isOpen, stay } = useSignInForm(signIn, redirect)

  return (
    <Card>
      {isOpen && <SignedInNotice onStay={stay} />}
      <CredentialsForm
        id="sign-in"
        nameId="sign-in-name"
        submit={texts.signIn}
        state={state}
        onSubmit={submit}
      >
        {failure !== null && (
          <RefusalNotice id="sign-in-failure" failure={failure} texts={{ denied: texts.wrong }} />
        )}
      </CredentialsForm>
      <Button
        id="sign-in-register"
        label={texts.noAccount}
        look="plain"
        onTap={() => replaceWith('register', back)}
      />
      <Button
        id="sign-in-forgot"
        label={texts.forgot}
        look="quiet"
        onTap={() => replaceWith('reset')}
      />
    </Card>
  )
}

import { Text, View } from '@tarojs/components'
import { useWechatAuth } from '../../auth/useWechatAuth'
import { useTexts } from '../../i18n/LanguageProvider'
import { webTexts } from '../../i18n/web'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { Tappable } from '../../ui/Tappable'
import { open, replaceWith } from '../navigation/open'
import { FailureNotice } from '../shared/FailureNotice'
import { CredentialsForm } from './CredentialsForm'
import { useDoor } from './use-door'
import './RegisterPanel.scss'

/** Opens an account with a name and a password; what it means to agree is said before, not after. */
export function RegisterPanel({ redirect }: { redirect: string | undefined }) {
  const register = useWechatAuth((auth) => auth.register)
  const texts = useTexts(webTexts)
  const { back, failure, state, submit } = useDoor(register, redirect)

  return (
    <Card>
      <CredentialsForm id="register" state={state} onSubmit={submit} />
      {failure !== null && (
        <FailureNotice id="register-failure" kind={failure} here={{ conflict: texts.taken }} />
      )}
      <View className="consent">
        <Text>{texts.consent}</Text>
        <Tappable id="register-terms" className="consent-link" onTap={() => open('terms')}>
          <Text>{texts.terms}</Text>
        </Tappable>
        <Text>{texts.and}</Text>
        <Tappable id="register-privacy" className="consent-link" onTap={() => open('privacy')}>
          <Text>{texts.privacy}</Text>
        </Tappable>
      </View>
      <Button
        id="register-sign-in"
        label={texts.haveAccount}
        look="plain"
        onTap={() => replaceWith('signIn', back)}
      />
    </Card>
  )
}

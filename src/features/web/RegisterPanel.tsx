import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { useWechatAuth } from '../../auth/useWechatAuth'
import type { AccountName } from '../../baas/proof'
import type { FailureKind } from '../../baas/failure'
import { useTexts } from '../../i18n/LanguageProvider'
import { webTexts } from '../../i18n/web'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { Tappable } from '../../ui/Tappable'
import { leave, open, replaceWith } from '../navigation/open'
import { FailureNotice } from '../shared/FailureNotice'
import { useAction } from '../shared/use-action'
import { CredentialsForm } from './CredentialsForm'
import './RegisterPanel.scss'

/** Opens an account with a name and a password; what it means to agree is said before, not after. */
export function RegisterPanel({ redirect }: { redirect: string | undefined }) {
  const register = useWechatAuth((auth) => auth.register)
  const [failure, setFailure] = useState<FailureKind | null>(null)
  const texts = useTexts(webTexts)
  const { state, run } = useAction()
  const back = redirect === undefined ? '' : `redirect=${encodeURIComponent(redirect)}`

  const submit = (account: AccountName, password: string) =>
    run(async () => {
      setFailure(null)
      const outcome = await register(account, password)
      if (outcome.tag === 'done') leave(redirect)
      else setFailure(outcome.failure.kind)
    })

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

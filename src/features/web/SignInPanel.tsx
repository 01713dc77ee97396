import { useState } from 'react'
import { useWechatAuth } from '../../auth/useWechatAuth'
import type { AccountName } from '../../baas/proof'
import type { FailureKind } from '../../baas/failure'
import { useTexts } from '../../i18n/LanguageProvider'
import { webTexts } from '../../i18n/web'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { leave, replaceWith } from '../navigation/open'
import { FailureNotice } from '../shared/FailureNotice'
import { useAction } from '../shared/use-action'
import { CredentialsForm } from './CredentialsForm'

/** Signs in with a password, then leads back to where the person came from. */
export function SignInPanel({ redirect }: { redirect: string | undefined }) {
  const signIn = useWechatAuth((auth) => auth.signIn)
  const [failure, setFailure] = useState<FailureKind | null>(null)
  const texts = useTexts(webTexts)
  const { state, run } = useAction()
  const back = redirect === undefined ? '' : `redirect=${encodeURIComponent(redirect)}`

  const submit = (account: AccountName, password: string) =>
    run(async () => {
      setFailure(null)
      const outcome = await signIn(account, password)
      if (outcome.tag === 'done') leave(redirect)
      else setFailure(outcome.failure.kind)
    })

  return (
    <Card>
      <CredentialsForm id="sign-in" state={state} onSubmit={submit} />
      {failure !== null && (
        <FailureNotice id="sign-in-failure" kind={failure} here={{ denied: texts.wrong }} />
      )}
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

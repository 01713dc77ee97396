import { Text } from '@tarojs/components'
import { useState } from 'react'
import { useAuthKit } from '../../auth/AuthProvider'
import { deleteAccount, type FreshProof } from '../../baas/extensions'
import type { User } from '../../baas/user'
import { accountTexts } from '../../i18n/account'
import { useTexts } from '../../i18n/LanguageProvider'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { Field } from '../../ui/Field'
import { Form } from '../../ui/Form'
import { Notice } from '../../ui/Notice'
import { useServices } from '../services'
import { FailureNotice } from '../shared/FailureNotice'
import { useAttempt } from '../shared/use-attempt'

/**
 * Deletes the account: what goes, a fresh proof, a second tap, done (WeChat rules 1.6, B21). WeChat vouches
 * with a new code where it is linked; else the password does.
 */
export function DeletionPanel({ user, onDone }: { user: User; onDone: () => void }) {
  const { auth } = useAuthKit()
  const { platform } = useServices()
  const texts = useTexts(accountTexts)
  const [isSure, setSure] = useState(false)
  const { attempt, state, start } = useAttempt({ 400: 'denied', 404: 'unsupported' })
  const byWechat = platform.client === 'WECHAT' && Boolean(user.openid)

  const proofFrom = async (password: string): Promise<FreshProof> =>
    byWechat ? { code: await auth.wechat.loginCode() } : { password }

  const onSubmit = ({ password = '' }: Readonly<Record<string, string>>) => {
    if (!isSure) {
      setSure(true)
      return
    }
    start(async () => {
      await deleteAccount(auth.request, await proofFrom(password))
      onDone()
      await auth.signOut()
    })
  }

  return (
    <Card>
      <Notice id="deletion-lead" tone="warn" text={texts.deletionLead} />
      <Text className="text-note">{texts.deletionGoes}</Text>
      <Text className="text-note">{texts.deletionStays}</Text>
      <Form id="deletion-form" onSubmit={onSubmit}>
        {byWechat ? (
          <Text className="text-note">{texts.deletionProofWechat}</Text>
        ) : (
          <Field
            id="deletion-password"
            name="password"
            kind="password"
            label={texts.password}
            hint={texts.deletionProofPassword}
          />
        )}
        <Button
          id="deletion-confirm"
          formType="submit"
          look="danger"
          label={isSure ? texts.deletionAgain : texts.deletionConfirm}
          state={state}
        />
      </Form>
      {attempt.tag === 'failed' && (
        <FailureNotice
          id="deletion-failure"
          kind={attempt.kind}
          here={{ denied: texts.deletionDenied, unsupported: texts.unsupported }}
        />
      )}
    </Card>
  )
}

import { Text } from '@tarojs/components'
import { changeAccount } from '../../auth/account/change'
import { useAuthKit } from '../../auth/AuthProvider'
import { quietly } from '../../auth/storage'
import { useWechatAuth } from '../../auth/useWechatAuth'
import { useTexts } from '../../i18n/LanguageProvider'
import { withdrawTexts } from '../../i18n/withdraw'
import { Card } from '../../ui/content/Card'
import { Toast } from '../../ui/feedback/Toast'
import { useServices } from '../services'
import { ConfirmButton } from '../shared/ConfirmButton'
import { FailureNotice } from '../shared/FailureNotice'
import { useAttempt } from '../shared/use-attempt'
import { WITHDRAWN } from './withdrawal'

const EMPTY = { nickname: '', avatar: '' }

/**
 * Takes consent back: picture, name and phone number leave the account, which stays, and nothing of the kind is
 * collected or offered on this device before the person agrees again (docs/wechat.md 6.3).
 */
export const WithdrawConsent = () => {
  const { auth } = useAuthKit()
  const { platform } = useServices()
  const { user, updateProfile } = useWechatAuth(({ user, updateProfile }) => ({
    user,
    updateProfile,
  }))
  const texts = useTexts(withdrawTexts)
  const { attempt, state, start } = useAttempt()
  if (user === null) return null

  const withdraw = () =>
    start(async () => {
      quietly(() => platform.storage.set(WITHDRAWN, user.id))
      const outcome = await updateProfile(EMPTY)
      return outcome.tag === 'failed' ? outcome : changeAccount(auth, { phone: null })
    })

  return (
    <Card heading={texts.withdraw}>
      <Text className="text-note">{texts.lead}</Text>
      <ConfirmButton
        key={user.id}
        id="consent-withdraw"
        label={texts.withdraw}
        look="danger"
        state={state}
        question={{
          title: texts.title,
          consequences: [texts.lead, ...(user._phone ? [texts.others] : [])],
          sure: texts.sure,
        }}
        onSure={withdraw}
      />
      {attempt.tag === 'failed' && (
        <FailureNotice
          id="consent-withdrawn"
          kind={attempt.kind}
          texts={{ conflict: texts.lastSignInMethod, denied: texts.phoneLeft }}
        />
      )}
      {attempt.tag === 'done' && <Toast id="consent-withdrawn" text={texts.done} />}
    </Card>
  )
}

import { Text } from '@tarojs/components'
import { useAuthKit } from '../../auth/AuthProvider'
import { useWechatAuth } from '../../auth/useWechatAuth'
import { withAccount, writeAccount } from '../../baas/account'
import { writeUser } from '../../baas/profile'
import { useTexts } from '../../i18n/LanguageProvider'
import { privacyTexts } from '../../i18n/privacy'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { AttemptNotice } from '../shared/AttemptNotice'
import { useAttempt } from '../shared/use-attempt'

/** Takes consent back: picture, name and phone number leave the account, which stays (WeChat rules 1.6, B21). */
export function WithdrawConsent() {
  const { auth } = useAuthKit()
  const user = useWechatAuth((kit) => kit.user)
  const texts = useTexts(privacyTexts)
  const { attempt, state, start } = useAttempt()
  if (user === null) return null

  const withdraw = () =>
    start(async () => {
      const empty = { nickname: '', avatar: '' }
      await writeUser(auth.request, empty)
      const { body } = await writeAccount(auth.request, { phone: null })
      auth.learn({ ...withAccount(user, body), ...empty })
    })

  return (
    <Card heading={texts.withdraw}>
      <Text className="text-note">{texts.withdrawLead}</Text>
      <Button
        id="consent-withdraw"
        label={texts.withdraw}
        look="danger"
        state={state}
        onTap={withdraw}
      />
      <AttemptNotice id="consent-withdrawn" attempt={attempt} done={texts.withdrawDone} />
    </Card>
  )
}

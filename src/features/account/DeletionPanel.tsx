import { Text } from '@tarojs/components'
import { useAccount } from '../../auth/useAccount'
import { accountTexts } from '../../i18n/account'
import { useTexts } from '../../i18n/LanguageProvider'
import { Card } from '../../ui/content/Card'
import { Notice } from '../../ui/feedback/Notice'
import { AttemptNotice } from '../shared/AttemptNotice'
import { ConfirmButton } from '../shared/ConfirmButton'
import { useAttempt } from '../shared/use-attempt'

/**
 * Deletes the account (docs/wechat.md 6.3): lists what is deleted, asks, and re-authenticates where the sign-in is older
 * than ten minutes.
 */
export const DeletionPanel = ({ onDone }: { onDone: () => void }) => {
  const { deleteAccount } = useAccount()
  const texts = useTexts(accountTexts)
  const { attempt, state, start } = useAttempt()

  const remove = () =>
    start(async () => {
      const outcome = await deleteAccount()
      if (outcome.tag === 'done') onDone()
      return outcome
    })

  return (
    <Card>
      <Notice id="deletion-lead" tone="warn" text={texts.deletionLead} />
      <Text className="text-note">{texts.deletionGoes}</Text>
      <Text className="text-note">{texts.deletionStays}</Text>
      <ConfirmButton
        id="deletion-confirm"
        asks="deletion"
        look="danger"
        label={texts.deletionConfirm}
        state={state}
        question={{
          title: texts.deletionTitle,
          consequences: [texts.deletionLead, texts.deletionGoes],
          sure: texts.deletionSure,
        }}
        onSure={remove}
      />
      <AttemptNotice
        id="deletion-failure"
        attempt={attempt}
        texts={{ unsupported: texts.unsupported }}
      />
    </Card>
  )
}
